/** Settings kind `measurement`: who is shown suggestions while their effect is measured, and what is linked. */
import { z } from "zod";
import type { Arm } from "./events.ts";
import { assignArm, type Hmac, holdoutEpoch, lot } from "./holdout.ts";

/** `people`: a share of people sees no suggestions. `days`: nobody does, on days that are drawn. */
export const holdoutModes = ["off", "people", "days"] as const;

export const holdoutSchema = z.object({
  mode: z.enum(holdoutModes),
  /** Of people who open the form, 0–1; only for `people`. */
  share: z.number().min(0.01).max(0.5),
  /** First day of the comparison, in the desk's calendar. */
  from: z.iso.date().nullable(),
  /** The one day on which the result is read; it counts attempts opened before it. */
  readOut: z.iso.date().nullable(),
  /** Topics whose askers always see suggestions: what is urgent, or about security. */
  except: z.array(z.string()),
});
export type Holdout = z.infer<typeof holdoutSchema>;

export const measurementSchema = z.object({
  holdout: holdoutSchema,
  /**
   * What a later ticket is matched with. `off`: only the form it was sent with. `visits`: visits of the
   * same browser and network in the last 72 hours. `people`: also tickets of the same customer on
   * another channel.
   */
  linking: z.enum(["off", "visits", "people"]),
});
export type Measurement = z.infer<typeof measurementSchema>;

export const defaultMeasurement: Measurement = {
  holdout: { mode: "off", share: 0.1, from: null, readOut: null, except: [] },
  linking: "visits",
};

const dayMs = 86_400_000;
const blockDays = 14;

/** Days from one date to another. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Why a plan can't be followed. */
export function planProblems({ holdout }: Measurement): { code: string; path: string[] }[] {
  const { mode, from, readOut } = holdout;
  if (mode === "off") return [];
  if (!from) return [{ code: "holdout_from", path: ["holdout", "from"] }];
  if (!readOut || daysFrom(from, readOut) < blockDays)
    return [{ code: "holdout_too_short", path: ["holdout", "readOut"] }];
  if (mode === "days" && daysFrom(from, readOut) % blockDays !== 0)
    return [{ code: "holdout_weeks", path: ["holdout", "readOut"] }];
  return [];
}

/** Whether people are being compared on that day. */
export const isRunning = ({ mode, from, readOut }: Holdout, day: string): boolean =>
  mode !== "off" && from !== null && readOut !== null && from <= day && day < readOut;

/** @param unit the key of a person; `day`: `YYYY-MM-DD`. Everybody is T while nothing is compared. */
export function armOf(
  hmac: Hmac,
  holdout: Holdout,
  { day, unit, identified }: { day: string; unit: string; identified: boolean },
): Arm {
  if (!isRunning(holdout, day)) return "T";
  if (holdout.mode === "days") return armOfDay(hmac, holdout.from!, day);
  return assignArm(hmac, holdoutEpoch(day, identified), unit, holdout.share);
}

/**
 * A weekday of one week and the same of the next are a pair: a lot says on which of them nobody sees
 * suggestions, so that Mondays are compared with Mondays.
 */
export function armOfDay(hmac: Hmac, from: string, day: string): Arm {
  const { pair, isFirst } = pairOf(from, day);
  return lot(hmac, from, `pair ${pair}`) < 0.5 === isFirst ? "C" : "T";
}

export function pairOf(from: string, day: string): { pair: number; isFirst: boolean } {
  const at = daysFrom(from, day);
  const place = at % blockDays;
  return { pair: Math.floor(at / blockDays) * 7 + (place % 7), isFirst: place < 7 };
}
