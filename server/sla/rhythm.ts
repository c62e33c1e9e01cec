import type { Calendar } from "./calendar.ts";
import { HOUR, type Instant, MINUTE, wholeSecond } from "./instant.ts";
import { CalendarNeverOpens, nextOpening } from "./opentime.ts";
import { closeOf, msOfDay } from "./windows.ts";
import { instantOf, localDayOf } from "./zone.ts";

/**
 * When the next public update is due: literal hours after the last one. With `roll`, a due time
 * that falls outside open hours moves to the next opening. Throws CalendarNeverOpens.
 */
export function cadenceDue(
  calendar: Calendar,
  lastUpdate: Instant,
  hours: number,
  roll: boolean,
): Instant {
  const due = lastUpdate + hours * HOUR;
  return roll ? nextOpening(calendar, due) : due;
}

/**
 * The next local `HH:MM` strictly after the last sync, every day or only on days with open time.
 * A time the clocks skip falls on the jump. Throws CalendarNeverOpens.
 */
export function nextSync(
  calendar: Calendar,
  lastSync: Instant,
  time: string,
  workingDaysOnly: boolean,
): Instant {
  const first = localDayOf(calendar.tz, lastSync);
  for (let day = first; day <= first + 366; day++) {
    if (workingDaysOnly && closeOf(calendar, day) === null) continue;
    const at = instantOf(calendar.tz, day, msOfDay(time));
    if (at > lastSync) return at;
  }
  throw new CalendarNeverOpens();
}

/** How long a solved ticket waits for a word of the customer before it closes. */
export const SILENT_CLOSE_HOURS = 72;

/** When a solved ticket closes in silence: wall hours, holidays do not stop it. */
export const silentCloseAt = (solvedAt: Instant, hours = SILENT_CLOSE_HOURS): Instant =>
  solvedAt + hours * HOUR;

/**
 * When the owner is reminded of a promise: 15 minutes or 20 % of its interval before it is due,
 * whichever is longer, but not before it was made.
 */
export function promiseReminderAt(madeAt: Instant, dueAt: Instant): Instant {
  const lead = Math.max(15 * MINUTE, (dueAt - madeAt) / 5);
  return Math.max(madeAt, wholeSecond(dueAt - lead));
}
