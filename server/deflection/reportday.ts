/** The calendar by which days are counted in reports: the desk's own. */
import { defaultCalendars } from "../sla/defaults.ts";
import { instantOf, localDayOf } from "../sla/zone.ts";

export const reportZone = defaultCalendars.working.tz;

const dayMs = 86_400_000;

/** The local day of an instant, as midnight UTC of that date: the form in which a `date` is stored. */
export const reportDay = (at: Date): Date => new Date(localDayOf(reportZone, at.getTime()) * dayMs);

/** The first instant of a local day. @param day as `reportDay` gives it. */
export const startOfReportDay = (day: Date): Date =>
  new Date(instantOf(reportZone, day.getTime() / dayMs, 0));
