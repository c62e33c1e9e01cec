/** The daily sync: partner teams write one line for each ticket they work on, by ten in the morning. */
import type { Calendar } from "../sla/calendar.ts";
import { DAY, type Instant } from "../sla/instant.ts";
import type { Priority } from "../sla/log.ts";
import { nextSync } from "../sla/rhythm.ts";

/** Local time of the desk's hours. */
export const SYNC_TIME = "10:00";

/** One sync: lines written in (since, at] are for it. */
export type Sync = { since: Instant; at: Instant };

/** P0 and P1 are told of every day, others on days on which the desk is open. */
const onWorkingDays = (priority: Priority): boolean => priority === "P2" || priority === "P3";

const after = (calendar: Calendar, priority: Priority, at: Instant): Instant =>
  nextSync(calendar, at, SYNC_TIME, onWorkingDays(priority));

/** More than the longest holiday, with the sync before it. */
const FAR_BACK = 30 * DAY;

/** The last sync at or before `now`. Throws CalendarNeverOpens. */
export function lastSync(calendar: Calendar, priority: Priority, now: Instant): Sync {
  let since = after(calendar, priority, now - FAR_BACK);
  let at = after(calendar, priority, since);
  for (let next = after(calendar, priority, at); next <= now; ) {
    [since, at] = [at, next];
    next = after(calendar, priority, next);
  }
  return { since, at };
}

/** The sync that a line written at `now` is for: at ten sharp it is still today's. Throws CalendarNeverOpens. */
export function comingSync(calendar: Calendar, priority: Priority, now: Instant): Sync {
  const { since, at } = lastSync(calendar, priority, now);
  return at === now ? { since, at } : { since: at, at: after(calendar, priority, at) };
}
