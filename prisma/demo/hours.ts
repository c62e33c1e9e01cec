/** Time as the stories count it: working hours of the desk, and hours on the wall. */
import { createHash } from "node:crypto";
import { defaultCalendars } from "../../server/sla/defaults.ts";
import { HOUR, type Instant, MINUTE } from "../../server/sla/instant.ts";
import { advance, openSeconds } from "../../server/sla/worktime.ts";

const { working } = defaultCalendars;

/** The instant with that many working hours between it and `now`. */
export function workingHoursBefore(now: Instant, hours: number): Instant {
  const seconds = Math.round(hours * 3600);
  let early = now - seconds * 1000;
  while (openSeconds(working, early, now) < seconds) early -= 7 * 24 * HOUR;
  let late = now;
  while (late - early > 1000) {
    const middle = early + Math.floor((late - early) / 2000) * 1000;
    if (openSeconds(working, middle, now) >= seconds) early = middle;
    else late = middle;
  }
  return early;
}

export const workingHoursAfter = (from: Instant, hours: number): Instant =>
  advance(working, from, Math.round(hours * 3600)).at!;

/** People promise quarters of an hour. */
export const quarterUp = (at: Instant): Instant => Math.ceil(at / (15 * MINUTE)) * 15 * MINUTE;

/** Whether the desk works on the day of that instant, by the calendar of Shanghai. */
export const isWorkingDay = (at: Instant): boolean =>
  openSeconds(working, shanghaiMidnight(at), shanghaiMidnight(at) + 24 * HOUR) > 0;

const shanghaiMidnight = (at: Instant): Instant =>
  Math.floor((at + 8 * HOUR) / (24 * HOUR)) * 24 * HOUR - 8 * HOUR;

/** Hour of the day (with its fraction) in a zone. */
export function hourIn(timeZone: string, at: Instant): number {
  const [hour, minute] = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(at)
    .split(":");
  return Number(hour) + Number(minute) / 60;
}

/** Nobody answers a help desk at night: the instant itself, or a while after getting up. */
export function awake(timeZone: string, at: Instant, share: number): Instant {
  const hour = hourIn(timeZone, at);
  if (hour >= 7.5 && hour < 23) return at;
  const untilEight = (32 - hour) % 24;
  return wholeMinute(at + (untilEight + share * 2) * HOUR);
}

export const wholeMinute = (at: Instant): Instant => Math.round(at / MINUTE) * MINUTE;

/** A number in [0, 1) that belongs to a name: the same demo is told the same way every time. */
export const shareOf = (...name: string[]): number =>
  createHash("sha256").update(name.join("|")).digest().readUInt32BE() / 2 ** 32;

/** A key that belongs to a name, in the form of a version 8 UUID. */
export function keyOf(...name: string[]): string {
  const hex = createHash("sha256").update(name.join("|")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A time as an agent writes it to a customer: in the customer's zone. */
export function spoken(at: Instant, locale: "en" | "zh", timeZone: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", {
      timeZone,
      hourCycle: "h23",
      ...options,
    }).format(at);
  const time = format({ hour: "2-digit", minute: "2-digit" });
  const day = format({ day: "numeric", month: "long" });
  if (locale === "zh") return `${day}（${format({ weekday: "short" })}）${time}`;
  return `${time} on ${format({ weekday: "long" })}, ${day} (your time)`;
}
