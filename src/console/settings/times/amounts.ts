/** Targets as people write them: a number and a unit. */
import { m } from "#messages";
import type { Time } from "../../../../server/sla/policy.ts";
import type { Target } from "../../../../server/sla/worktime.ts";

export const units = ["second", "minute", "hour", "day"] as const;
export type Unit = (typeof units)[number];
export type Amount = { count: number; unit: Unit };

const seconds = { second: 1, minute: 60, hour: 3600 } as const;

/** In the largest unit that needs no fraction. */
export function amountOf(target: Target): Amount {
  if ("working_days" in target) return { count: target.working_days, unit: "day" };
  const unit = (["hour", "minute"] as const).find(
    (unit) => target.seconds > 0 && target.seconds % seconds[unit] === 0,
  );
  return unit
    ? { count: target.seconds / seconds[unit], unit }
    : { count: target.seconds, unit: "second" };
}

/** Days are counted whole, parts of an hour to the second. */
export function targetOf({ count, unit }: Amount): Target {
  if (unit === "day") return { working_days: Math.max(1, Math.round(count)) };
  return { seconds: Math.max(0, Math.round(count * seconds[unit])) };
}

const words = {
  second: m.times_seconds,
  minute: m.times_minutes,
  hour: m.times_hours,
  day: m.times_days,
};

export function amountText(target: Target): string {
  const { count, unit } = amountOf(target);
  return words[unit]({ count });
}

/** `15 min → 1 h`; one amount where there is no goal of its own. */
export const timeText = ({ goal, limit }: Pick<Time, "goal" | "limit">): string =>
  goal ? `${amountText(goal)} → ${amountText(limit)}` : amountText(limit);
