import type { DayHours } from "./calendar.ts";
import { DAY, MINUTE } from "./instant.ts";

/** `YYYY-MM-DD` of a time on the wall clock's own line (ms from 1970-01-01 00:00 local). */
export const dateOfWall = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** `HH:MM` after the midnight of `day` (ms, wall clock); the next midnight is `24:00`. */
export function timeAfter(day: number, wall: number): string {
  const minutes = Math.floor((wall - day) / MINUTE);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * A stretch [from, to) of the wall clock, date by date: `during` is null where it fills the date.
 * Seconds widen it to whole minutes.
 */
export function datesOfSpan(from: number, to: number): { date: string; during: DayHours | null }[] {
  const start = Math.floor(from / MINUTE) * MINUTE;
  const end = Math.ceil(to / MINUTE) * MINUTE;
  const dates: { date: string; during: DayHours | null }[] = [];
  for (let day = Math.floor(start / DAY) * DAY; day < end; day += DAY) {
    const open = Math.max(start, day);
    const close = Math.min(end, day + DAY);
    const whole = close - open === DAY;
    const during: DayHours = [[timeAfter(day, open), timeAfter(day, close)]];
    dates.push({ date: dateOfWall(day), during: whole ? null : during });
  }
  return dates;
}
