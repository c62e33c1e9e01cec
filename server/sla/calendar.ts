import { z } from "zod";
import { isZone } from "./zone.ts";

/** Local time of day, `HH:MM`, minute precision; `24:00` is the end of the day. */
const timeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** Open time of one local date: half-open windows [open, close). `open = close` is empty. */
const dayHours = z.array(z.tuple([timeOfDay, timeOfDay]));

/** The order is that of `(day number + 3) % 7`: 1970-01-01 was a Thursday. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** What a date is called, in the languages in which it has a name. */
const labelSchema = z.object({ en: z.string().optional(), zh: z.string().optional() });

/** The form of a calendar alone; `calendarSchema` also refuses calendars that make no sense. */
export const calendarShape = z.object({
  /** IANA zone in which windows and dates are read. */
  tz: z.string(),
  /** Windows of each weekday; a missing day is closed. A window over midnight is written as two. */
  week: z
    .object({
      mon: dayHours.optional(),
      tue: dayHours.optional(),
      wed: dayHours.optional(),
      thu: dayHours.optional(),
      fri: dayHours.optional(),
      sat: dayHours.optional(),
      sun: dayHours.optional(),
    })
    .default({}),
  /** Dates (`YYYY-MM-DD`) that replace their weekday: `[]` closes, windows open (make-up days). */
  overrides: z.record(z.iso.date(), dayHours).default({}),
  /** Names of dates, mostly of holidays; they change no hours. */
  labels: z.record(z.iso.date(), labelSchema).optional(),
  /** Open at every instant; then `week` and `overrides` stay empty. */
  always: z.boolean().default(false),
});

/** Open hours of a team. Never changed in place: an edit is a new object and a new version. */
export type Calendar = z.infer<typeof calendarShape>;
/** Windows of one day, as in `Calendar.week.mon`. */
export type DayHours = z.infer<typeof dayHours>;
/** The name of a date, as in `Calendar.labels`. */
export type Label = z.infer<typeof labelSchema>;
/** A key of `Calendar.week`. */
export type Weekday = (typeof WEEKDAYS)[number];

/** What is wrong with a calendar whatever the day is; a wrong form is zod's to tell. */
export type FaultCode =
  | "unknown_zone"
  | "window_ends_before_it_opens"
  | "windows_overlap"
  | "always_with_hours"
  | "never_opens";

/** Values for the placeholders of a fault's message. */
export type Detail = Record<string, string | number>;

type Refuse = (code: FaultCode, path: (string | number)[], detail?: Detail) => void;

/** A calendar that may be stored. Custom issues carry a `FaultCode` and its `Detail` in `params`. */
export const calendarSchema = calendarShape.superRefine((calendar, ctx) => {
  const refuse: Refuse = (code, path, detail = {}) =>
    ctx.addIssue({ code: "custom", params: { code, detail }, path, message: code });
  if (!isZone(calendar.tz)) refuse("unknown_zone", ["tz"], { zone: calendar.tz });
  const days = daysOf(calendar);
  for (const { path, hours } of days) checkDay(hours, path, refuse);
  if (calendar.always) {
    if (days.length > 0) refuse("always_with_hours", ["always"]);
  } else if (!days.some(({ hours }) => hours.some(([open, close]) => open < close))) {
    refuse("never_opens", ["week"]);
  }
});

function daysOf(calendar: Calendar): { path: string[]; hours: DayHours }[] {
  return (["week", "overrides"] as const).flatMap((part) =>
    Object.entries(calendar[part]).map(([day, hours]) => ({ path: [part, day], hours })),
  );
}

// `HH:MM` sorts as text, so windows need no parsing here.
function checkDay(hours: DayHours, path: string[], refuse: Refuse): void {
  for (const [index, [open, close]] of hours.entries())
    if (close < open) refuse("window_ends_before_it_opens", [...path, index], { open, close });
  const sorted = hours
    .filter(([open, close]) => open < close)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const second = sorted.findIndex(([open], index) => index > 0 && open < sorted[index - 1]![1]);
  if (second > 0)
    refuse("windows_overlap", path, {
      first: sorted[second - 1]!.join("–"),
      second: sorted[second]!.join("–"),
    });
}
