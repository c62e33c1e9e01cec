/** Calendars by chance, in zones that change their clocks, and what it means that one is open. */
import fc from "fast-check";
import { type Calendar, calendarSchema, WEEKDAYS } from "#server/sla/calendar.ts";
import { DAY, type Instant } from "#server/sla/instant.ts";

const ZONES = [
  "America/New_York",
  "Asia/Shanghai",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Europe/Berlin",
];

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

// None, one or two windows between distinct half hours.
export const dayHours = fc
  .constantFrom(0, 2, 4)
  .chain((size) =>
    fc.uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: size, maxLength: size }),
  )
  .map((halfHours) => halfHours.sort((a, b) => a - b).map((n) => clock(n * 30)))
  .map((times) => [times.slice(0, 2), times.slice(2)].filter((window) => window.length === 2));

export const dates = fc
  .integer({ min: 0, max: 500 })
  .map((days) => new Date(Date.parse("2026-01-01") + days * DAY).toISOString().slice(0, 10));

// Monday always opens, so that every calendar here has an end to look for.
export const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    tz: fc.constantFrom(...ZONES),
    week: fc.record({
      mon: fc.constantFrom([["09:00", "18:00"]], [["01:30", "02:30"]], [["22:00", "24:00"]]),
      tue: dayHours,
      wed: dayHours,
      thu: dayHours,
      sat: dayHours,
      sun: dayHours,
    }),
    overrides: fc.dictionary(dates, dayHours, { maxKeys: 8 }),
  })
  .map((data) => calendarSchema.parse(data));

/** Open by the definition: the local wall clock, as Intl prints it, lies in a window of its date. */
export function opensByTheWall(calendar: Calendar, at: Instant): boolean {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: calendar.tz,
    dateStyle: "short",
    timeStyle: "short",
  }).format(at);
  const [date, time] = parts.split(" ") as [string, string];
  const weekday = WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!;
  const hours = calendar.overrides[date] ?? calendar.week[weekday] ?? [];
  return hours.some(([open, close]) => open <= time && time < close);
}
