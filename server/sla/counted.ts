import type { Instant } from "./instant.ts";
import type { Status } from "./log.ts";
import { closeAfter } from "./opentime.ts";
import type { Pause } from "./pauses.ts";
import type { Scheme } from "./policy.ts";
import type { Basis, Standing } from "./reckoning.ts";
import type { Moment, Story } from "./story.ts";
import { type CountedWindow, windowsBetween } from "./windowlist.ts";
import { dueAt, openSeconds, type Target } from "./worktime.ts";

/** A stretch that did not count, and why. */
export interface TakenOut {
  from: Instant;
  /** Null while it goes on. */
  to: Instant | null;
  reason: Status;
  /** Open seconds of the calendar that it took out until the clock was due or stopped. */
  seconds: number;
}

/** What was counted for one due time. The windows, with `more`, add up to `seconds` less `leftSeconds`. */
export interface Counted {
  scheme: Scheme | null;
  /** Null for a clock without a target now. */
  calendar: { id: string; zone: string } | null;
  /** From here the windows are counted: the start, or the change that left a floor. */
  countedFrom: Instant;
  /** The target of the row, or the floor after a change. */
  target: Target | null;
  /** The target in open seconds; of working days, those until the last day's close. */
  seconds: number;
  windows: CountedWindow[];
  /** The windows after the first 60, as one. */
  more: (CountedWindow & { windows: number }) | null;
  /** Not counted yet while the clock is paused, else 0. */
  leftSeconds: number;
  pauses: TakenOut[];
  dueAt: Instant | null;
  breachedAt: Instant | null;
}

const MOST_WINDOWS = 60;

/** Takes a standing apart; `pauses` are those it was reckoned with, `all` says why they were. */
export function counted(standing: Standing, pauses: readonly Pause[], all: Reason[]): Counted {
  const { due, basis, breachedAt } = standing;
  if (!basis) return { ...NOTHING, breachedAt };
  const { aim, from, target } = basis;
  const { calendar } = aim;
  const reached = dueAt(calendar, from, target, pauses);
  const to = reached.at ?? pauses.at(-1)![0];
  const windows = windowsBetween(calendar, from, to, pauses);
  const until = reached.at ?? Number.POSITIVE_INFINITY;
  return {
    scheme: aim.scheme,
    calendar: { id: aim.calendarId, zone: (aim.rollTo ?? calendar).tz },
    countedFrom: from,
    target,
    seconds: secondsOf(basis),
    ...shortened(windows),
    leftSeconds: reached.at === null ? reached.remainingSeconds : 0,
    pauses: all.flatMap((reason) => takenOut(reason, basis, until)),
    dueAt: due.at,
    breachedAt,
  };
}

const NOTHING: Counted = {
  ...{ scheme: null, calendar: null, countedFrom: 0, target: null, seconds: 0 },
  ...{ windows: [], more: null, leftSeconds: 0, pauses: [], dueAt: null, breachedAt: null },
};

function secondsOf({ aim, from, target }: Basis): number {
  if ("seconds" in target) return target.seconds;
  return openSeconds(aim.calendar, from, closeAfter(aim.calendar, from, target.working_days));
}

function shortened(all: CountedWindow[]): Pick<Counted, "windows" | "more"> {
  const rest = all.slice(MOST_WINDOWS);
  if (rest.length === 0) return { windows: all, more: null };
  const seconds = rest.reduce((sum, window) => sum + window.seconds, 0);
  const more = { windows: rest.length, from: rest[0]!.from, to: rest.at(-1)!.to, seconds };
  return { windows: all.slice(0, MOST_WINDOWS), more };
}

/** A stretch in which a clock stood still; `to` null while it goes on. */
export interface Reason {
  from: Instant;
  to: Instant | null;
  reason: Status;
}

/** The stretches in which `holds` is true of the moment until `end`, each with its state. */
export function reasons(
  story: Story,
  holds: (moment: Moment) => boolean,
  end: Instant | null,
): Reason[] {
  return story.moments.flatMap((moment, index) => {
    const next = story.moments[index + 1]?.at ?? null;
    if (!holds(moment) || (end !== null && moment.at >= end)) return [];
    const to = end === null ? next : Math.min(next ?? end, end);
    return [{ from: moment.at, to, reason: moment.status }];
  });
}

function takenOut(
  { from, to, reason }: Reason,
  { aim, from: start }: Basis,
  until: Instant,
): TakenOut[] {
  if (to === null) return from < until ? [{ from, to, reason, seconds: 0 }] : [];
  const seconds = openSeconds(aim.calendar, Math.max(from, start), Math.min(to, until));
  return seconds > 0 ? [{ from, to, reason, seconds }] : [];
}
