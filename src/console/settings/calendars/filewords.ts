/** Why an event of an iCalendar file was not taken. */
import { m } from "#messages";
import type { ICalReport } from "../../../../server/sla/ical.ts";

type Refused = ICalReport["refused"][number];

const reasons: Record<Refused["code"], (detail: never) => string> = {
  unreadable: m.console_calendar_ical_unreadable,
  no_start: m.console_calendar_ical_no_start,
  ends_before_it_starts: m.console_calendar_ical_ends_before_it_starts,
  too_long: m.console_calendar_ical_too_long,
  unknown_zone: m.console_calendar_ical_unknown_zone,
  recurs_too_often: m.console_calendar_ical_recurs_too_often,
  recurs_otherwise: m.console_calendar_ical_recurs_otherwise,
  no_such_date: m.console_calendar_ical_no_such_date,
  cancelled: m.console_calendar_ical_cancelled,
  outside_dates: m.console_calendar_ical_outside_dates,
};

export const refusedText = ({ summary, code, detail }: Refused): string =>
  `${summary}: ${reasons[code](detail as never)}`;
