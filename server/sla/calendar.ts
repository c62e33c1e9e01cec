import { z } from "zod";
import { isZone } from "./zone.ts";

/** Local time of day, `HH:MM`, minute precision; `24:00` is the end of the day. */
const timeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** Open time of one local date: half-open windows [open, close). `open = close` is empty. */
const dayHours = z.array(z.tuple([timeOfDay, timeOfDay]));

/** The order is that of `(day number + 3) % 7`: 1970-01-01 was a Thursday. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

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
  /** Open at every instant; then `week` and `overrides` stay empty. */
  always: z.boolean().default(false),
});

/** Open hours of a team. Never changed in place: an edit is a new object and a new version. */
export type Calendar = z.infer<typeof calendarShape>;
/** Windows of one day, as in `Calendar.week.mon`. */
export type DayHours = z.infer<typeof dayHours>;

/** Why a calendar is refused; `calendar_malformed` is a wrong form, the others a wrong meaning. */
export type CalendarCode =
  | "calendar_malformed"
  | "unknown_zone"
  | "window_ends_before_it_opens"
  | "windows_overlap"
  | "always_with_hours"
  | "calendar_never_opens";

const SENTENCES: Record<Exclude<CalendarCode, "calendar_malformed">, string> = {
  unknown_zone: "This time zone is not known. Use an IANA name such as Asia/Shanghai.",
  window_ends_before_it_opens: "A window must close after it opens. Over midnight, write two.",
  windows_overlap: "Two windows of this day overlap.",
  always_with_hours: "A calendar that is always open has no hours or dates of its own.",
  calendar_never_opens: "This calendar has no open time.",
};

type Refuse = (code: keyof typeof SENTENCES, path: (string | number)[]) => void;

/** A calendar that may be stored. Custom issues carry a `CalendarCode` in `params.code`. */
export const calendarSchema = calendarShape.superRefine((calendar, ctx) => {
  const refuse: Refuse = (code, path) =>
    ctx.addIssue({ code: "custom", params: { code }, path, message: SENTENCES[code] });
  if (!isZone(calendar.tz)) refuse("unknown_zone", ["tz"]);
  const days = daysOf(calendar);
  for (const { path, hours } of days) checkDay(hours, path, refuse);
  if (calendar.always) {
    if (days.length > 0) refuse("always_with_hours", ["always"]);
  } else if (!days.some(({ hours }) => hours.some(([open, close]) => open < close))) {
    refuse("calendar_never_opens", ["week"]);
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
    if (close < open) refuse("window_ends_before_it_opens", [...path, index]);
  const sorted = hours
    .filter(([open, close]) => open < close)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  if (sorted.some(([open], index) => index > 0 && open < sorted[index - 1]![1]))
    refuse("windows_overlap", path);
}

/** A reason for refusing a calendar, with the place of the fault, e.g. `["week", "mon"]`. */
export interface CalendarProblem {
  code: CalendarCode;
  path: PropertyKey[];
  message: string;
}

/** The reasons against a calendar; empty when it may be stored. A wrong form hides wrong meanings. */
export function calendarProblems(data: unknown): CalendarProblem[] {
  const result = calendarSchema.safeParse(data);
  if (result.success) return [];
  const malformed = result.error.issues.filter((issue) => issue.code !== "custom");
  const told = malformed.length > 0 ? malformed : result.error.issues;
  return told.map((issue) => {
    const code = issue.code === "custom" ? issue.params?.code : "calendar_malformed";
    return { code, path: issue.path, message: issue.message };
  });
}
