/** Everything that is told, in both languages. */
import { devices as enDevices } from "./en/devices.ts";
import { arriving as enArriving, running as enRunning } from "./en/running.ts";
import { shop as enShop } from "./en/shop.ts";
import { told as enTold } from "./en/told.ts";
import { toStory } from "./pace.ts";
import type { Story } from "./story.ts";
import { devices as zhDevices } from "./zh/devices.ts";
import { arriving as zhArriving, running as zhRunning } from "./zh/running.ts";
import { shop as zhShop } from "./zh/shop.ts";
import { told as zhTold } from "./zh/told.ts";

export const stories: readonly Story[] = [
  ...[...enRunning, ...enArriving, ...enTold],
  ...[...zhRunning, ...zhArriving, ...zhTold],
  ...[...enDevices, ...enShop, ...zhDevices, ...zhShop].map(toStory),
];
