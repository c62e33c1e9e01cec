/** Who is shown suggestions: asked by the contact form, and noted with its opening. */
import { createHmac } from "node:crypto";
import type { Deps } from "../deps.ts";
import type { Arm } from "./events.ts";
import type { Hmac } from "./holdout.ts";
import type { Sender } from "./keys.service.ts";
import { armOf, armOfDay, type Holdout, isRunning } from "./plan.ts";
import { reportDay } from "./reportday.ts";
import { visitKeysOf } from "./visitkeys.service.ts";

export type Arming = { holdout: Holdout; arm(unit: bigint, at: Date): Arm };

const dateOf = (at: Date): string => reportDay(at).toISOString().slice(0, 10);

const hmacOf =
  (deps: Deps): Hmac =>
  (message) =>
    createHmac("sha256", deps.secrets.key("holdout")).update(message).digest();

/** The plan in force. */
export async function armingOf(deps: Deps): Promise<Arming> {
  const { document } = await deps.settings.current("measurement");
  const hmac = hmacOf(deps);
  return {
    holdout: document.holdout,
    arm: (unit, at) =>
      armOf(hmac, document.holdout, { day: dateOf(at), unit: unit.toString(), identified: false }),
  };
}

/**
 * Whether this reader's form shows suggestions, and the topics for which it does in any case. Costs
 * no key while nothing is compared.
 */
export async function armFor(
  deps: Deps,
  sender: Sender,
): Promise<{ arm: Arm; except: readonly string[] }> {
  const at = deps.now();
  const { holdout, arm } = await armingOf(deps);
  if (!isRunning(holdout, dateOf(at))) return { arm: "T", except: [] };
  const [key] = await visitKeysOf(deps.db, [{ sender, at }]);
  return { arm: arm(key!, at), except: holdout.except };
}

/** The arm of every day of a comparison by days. */
export function armsByDay(deps: Deps, from: string, days: readonly string[]): Map<string, Arm> {
  const hmac = hmacOf(deps);
  return new Map(days.map((day) => [day, armOfDay(hmac, from, day)]));
}
