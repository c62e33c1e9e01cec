import { calendarSchema, type DayHours } from "./calendar.ts";
import { holidayOverrides } from "./holidays.ts";
import holidays2026 from "./holidays-cn-2026.json" with { type: "json" };
import { type Calendars, policySchema } from "./policy.ts";

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
} satisfies Calendars;

const minutes = (n: number) => ({ seconds: n * 60 });
const hours = (n: number) => ({ seconds: n * 3600 });
const days = (n: number) => ({ working_days: n });
const roundTheClock = { calendar: "c247" };
const working = { calendar: "working" };
const untilAnswered = { pausedBy: ["waiting_customer"] };

/** Targets a new desk begins with. P3-S has no resolution clock: it goes by plan. */
export const defaultPolicy = policySchema.parse({
  id: "default",
  version: 1,
  grades: {
    P0: {
      ack: { limit: minutes(15), ...roundTheClock },
      first_reply: { limit: minutes(15), ...roundTheClock },
      resolution: { limit: hours(4), ...roundTheClock },
      cadence: { limit: hours(1), ...roundTheClock },
    },
    P1: {
      ack: { limit: minutes(15), ...roundTheClock },
      first_reply: { goal: minutes(15), limit: hours(1), ...roundTheClock },
      resolution: { limit: hours(24), ...roundTheClock, ...untilAnswered },
      cadence: { limit: hours(4), ...roundTheClock },
    },
    P2: {
      ack: { limit: minutes(15), ...working },
      first_reply: { limit: hours(4), ...working },
      resolution: { limit: days(3), ...working, ...untilAnswered },
      cadence: { limit: days(1), ...working },
    },
    "P3-Q": {
      ack: { limit: minutes(15), ...working },
      first_reply: { limit: hours(8), ...working },
      resolution: { limit: days(1), ...working, ...untilAnswered },
      cadence: { limit: days(1), ...working },
    },
    "P3-S": {
      ack: { limit: minutes(15), ...working },
      first_reply: { limit: hours(8), ...working },
      cadence: { limit: days(3), ...working },
    },
  },
});
