/** What a report is asked for: days of the desk's calendar, perhaps one language, category or priority. */
import { z } from "zod";
import { localeSchema, slugSchema } from "../../content/schema.ts";
import { reportDay, startOfReportDay } from "../deflection/reportday.ts";
import { prioritySchema } from "../sla/log.ts";

const dayMs = 86_400_000;
const longest = 400;

export const filterSchema = z
  .object({
    /** First and last day of the period, both included, in the desk's time zone. */
    from: z.iso.date(),
    to: z.iso.date(),
    locale: localeSchema.optional(),
    category: slugSchema.optional(),
    /** Of tickets only; attempts to contact us have none. */
    priority: prioritySchema.optional(),
    /** Of tickets in reports of the desk; `help` = solved with an article. Ids. */
    team: z.string().max(60).optional(),
    person: z.string().max(60).optional(),
    module: z.string().max(60).optional(),
    cause: z.string().max(60).optional(),
    customer: z.uuid().optional(),
    tier: z.string().max(20).optional(),
    help: z.enum(["yes", "no"]).optional(),
    /** Of readings: the number in kb-000123. Of searches: the question's id. */
    article: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    question: z
      .string()
      .regex(/^-?\d{1,19}$/)
      .optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"] })
  .refine(({ from, to }) => daysBetween(from, to) <= longest, { path: ["to"] });
export type Filter = z.infer<typeof filterSchema>;

/** Days from one date to another. */
const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / dayMs;

/** A period as instants [start, end) and as dates [first, last]. */
export type Period = { start: Date; end: Date; first: Date; last: Date };

/** As many days as the period has, right before it. */
export function before<T extends Pick<Filter, "from" | "to">>(filter: T): T {
  const days = daysBetween(filter.from, filter.to) + 1;
  const back = (date: string, by: number) =>
    new Date(Date.parse(date) - by * dayMs).toISOString().slice(0, 10);
  return { ...filter, from: back(filter.from, days), to: back(filter.from, 1) };
}

export function periodOf({ from, to }: Pick<Filter, "from" | "to">): Period {
  const first = new Date(from);
  const last = new Date(to);
  const end = startOfReportDay(new Date(last.getTime() + dayMs));
  return { start: startOfReportDay(first), end, first, last };
}

/** Every date of the period, `YYYY-MM-DD`. */
export function daysOf({ from, to }: Filter): string[] {
  const first = Date.parse(from);
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) =>
    new Date(first + i * dayMs).toISOString().slice(0, 10),
  );
}

/** The first instant of the day after `now`'s. */
export const endOfToday = (now: Date): Date =>
  startOfReportDay(new Date(reportDay(now).getTime() + dayMs));
