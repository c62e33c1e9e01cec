import { DAY, type Instant } from "../../../server/sla/instant.ts";
import { intlLocale } from "../language.ts";
import { serverNow } from "./now.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: Instant, options: Intl.DateTimeFormatOptions): string {
  const key = intlLocale() + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(intlLocale(), options);
    formats.set(key, made);
  }
  return made.format(at);
}

/** Local days between two instants: 0 = the same day. */
function daysBetween(from: Instant, to: Instant): number {
  const noon = (at: Instant) => new Date(at).setHours(12, 0, 0, 0);
  return Math.round((noon(to) - noon(from)) / DAY);
}

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

export const timeOfDay = (at: Instant): string => format(at, clock);

/** `yesterday`, `today`, `tomorrow`. */
const relativeDay = (days: number): string =>
  new Intl.RelativeTimeFormat(intlLocale(), { numeric: "auto" }).format(days, "day");

/** The day in as few words as are needed: empty for today, `tomorrow`, `Tue`, `Tue 3 Mar`, `3 Feb`, `3 Mar 2025`. */
export function dayName(at: Instant, now = serverNow()): string {
  const days = daysBetween(now, at);
  if (days === 0) return "";
  if (Math.abs(days) === 1) return relativeDay(days);
  if (days > 0 && days < 6) return format(at, { weekday: "short" });
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format(at, {
    day: "numeric",
    month: "short",
    ...(days > 0 && { weekday: "short" as const }),
    ...(!isThisYear && { year: "numeric" as const }),
  });
}

/** The day alone, where no time stands beside it. */
export const dayOrToday = (at: Instant): string => dayName(at) || relativeDay(0);

/** `14:30`, `tomorrow 14:30`, `Tue 14:30`. */
export const dayAndTime = (at: Instant): string => `${dayName(at)} ${timeOfDay(at)}`.trim();

/** The whole date with weekday and zone, for a tooltip. */
export const fullDate = (at: Instant): string =>
  format(at, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    ...clock,
    timeZoneName: "short",
  });

/** A heading between days: `Today` is said by the caller. */
export const isSameDay = (a: Instant, b: Instant): boolean => daysBetween(a, b) === 0;

export const longDay = (at: Instant): string =>
  format(at, { weekday: "long", day: "numeric", month: "long" });

/** A date to keep: `Saturday 21 November, 02:30`. */
export const dateAndTime = (at: Instant): string => `${longDay(at)} ${timeOfDay(at)}`;

/** The wall clock somewhere else, or null where the zone is not known to this browser. */
export function timeIn(zone: string, at: Instant): string | null {
  try {
    return format(at, { weekday: "short", ...clock, timeZone: zone });
  } catch {
    return null;
  }
}

/** Whether two places show the same wall clock now. */
export function isSameZone(zone: string, at: Instant): boolean {
  return timeIn(zone, at) === format(at, { weekday: "short", ...clock });
}
