/** Everything that is told, in both languages. */
import { accounts as enAccounts } from "./en/accounts.ts";
import { arriving as enArriving } from "./en/arriving.ts";
import { cameras as enCameras } from "./en/cameras.ts";
import { house as enHouse } from "./en/house.ts";
import { purchases as enPurchases } from "./en/purchases.ts";
import { running as enRunning } from "./en/running.ts";
import { told as enTold } from "./en/told.ts";
import { toStory } from "./pace.ts";
import type { Short, Story } from "./story.ts";
import { accounts as zhAccounts } from "./zh/accounts.ts";
import { arriving as zhArriving } from "./zh/arriving.ts";
import { cameras as zhCameras } from "./zh/cameras.ts";
import { house as zhHouse } from "./zh/house.ts";
import { purchases as zhPurchases } from "./zh/purchases.ts";
import { running as zhRunning } from "./zh/running.ts";
import { told as zhTold } from "./zh/told.ts";

const full: Story[] = [
  ...[...enRunning, ...enArriving, ...enTold],
  ...[...zhRunning, ...zhArriving, ...zhTold],
];
const short: Short[] = [
  ...[...enAccounts, ...enCameras, ...enHouse, ...enPurchases],
  ...[...zhAccounts, ...zhCameras, ...zhHouse, ...zhPurchases],
];

export const stories: readonly Story[] = [...full, ...short.map(toStory)];
