import type { SlaBook } from "./book.ts";
import { calendarSchema, type DayHours } from "./calendar.ts";
import { holidayOverrides } from "./holidays.ts";
import holidays2026 from "./holidays-cn-2026.json" with { type: "json" };
import { defaultPolicy } from "./targets.ts";

const NINE_TO_SIX: DayHours = [["09:00", "18:00"]];

/** Calendars a new desk begins with. */
export const defaultCalendars = {
  c247: calendarSchema.parse({ tz: "UTC", always: true }),
  working: calendarSchema.parse({
    tz: "Asia/Shanghai",
    week: {
      mon: NINE_TO_SIX,
      tue: NINE_TO_SIX,
      wed: NINE_TO_SIX,
      thu: NINE_TO_SIX,
      fri: NINE_TO_SIX,
    },
    overrides: holidayOverrides(holidays2026, NINE_TO_SIX),
  }),
};

/** The settings a new desk begins with, version 1: working days of China, and the default targets. */
export const defaultBook: SlaBook = {
  policies: [defaultPolicy],
  calendars: defaultCalendars,
};
