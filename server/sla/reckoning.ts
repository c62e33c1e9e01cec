import type { Calendar } from "./calendar.ts";
import type { Instant } from "./instant.ts";
import { nextOpening } from "./opentime.ts";
import type { Pause } from "./pauses.ts";
import type { Scheme } from "./policy.ts";
import { type Due, dueAt, type Target } from "./worktime.ts";

/** One time asked for, with its calendar at hand. */
export interface Aim {
  scheme: Scheme;
  calendarId: string;
  /** In which the time is counted. */
  calendar: Calendar;
  limit: Target;
  goal: Target | null;
  /** A due time outside these hours moves to their next opening; null = it stays. */
  rollTo: Calendar | null;
}

/** How a due time came about: this target counted from this instant, whole or as a floor. */
export interface Basis {
  aim: Aim;
  from: Instant;
  target: Target;
  isFloor: boolean;
}

/** A due time, and how it came about; `basis` null where nothing is asked for. */
export interface Reckoned {
  due: Due;
  basis: Basis | null;
}

/** Where a clock stands: its due time and the first due time it missed, if any. */
export interface Standing extends Reckoned {
  breachedAt: Instant | null;
}

/** A clock without a target ("by plan"): never due, later than every real due time. */
export const NEVER: Reckoned = {
  due: { at: null, remainingSeconds: Number.POSITIVE_INFINITY },
  basis: null,
};

// A paused clock (at = null) is due later than any running one; two paused ones compare by rest.
function isEarlier({ due: a }: Reckoned, { due: b }: Reckoned): boolean {
  if (a.at !== null) return b.at === null || a.at < b.at;
  return b.at === null && a.remainingSeconds < b.remainingSeconds;
}

/** The earlier of two; the first when they are due together. */
export const earlier = <A extends Reckoned, B extends Reckoned>(a: A, b: B): A | B =>
  isEarlier(b, a) ? b : a;

/** The later of two; the first when they are due together. */
export const later = <A extends Reckoned, B extends Reckoned>(a: A, b: B): A | B =>
  isEarlier(a, b) ? b : a;

/** `from` ⊕ target in the aim's calendar, rolled to an opening where the aim says so. */
export function reckon(
  aim: Aim,
  from: Instant,
  target: Target,
  pauses: readonly Pause[],
  isFloor = false,
): Reckoned {
  const due = dueAt(aim.calendar, from, target, pauses);
  const basis = { aim, from, target, isFloor };
  if (aim.rollTo === null || due.at === null) return { due, basis };
  return { due: { at: nextOpening(aim.rollTo, due.at), remainingSeconds: null }, basis };
}
