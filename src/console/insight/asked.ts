/** What the address of the page asks for: a period, a language, a topic, and the number looked into. */
import { z } from "zod";
import { localeSchema } from "../../../content/schema.ts";
import type { Filter } from "../../../server/insight/period.ts";
import { defaultCalendars } from "../../../server/sla/defaults.ts";
import { DAY, type Instant } from "../../../server/sla/instant.ts";
import { prioritySchema } from "../../../server/sla/log.ts";
import { localDayOf } from "../../../server/sla/zone.ts";

const day = z.iso.date();
/** Days the server reports on at once. */
const longest = 400;

/** Lengths of the period that are one click away, in days; without any it is 30. */
export const lengths = [7, 30, 90] as const;
export type Length = (typeof lengths)[number];
const usual = 30;

const fields = z.object({
  /** The last so many days, today included. */
  days: z.literal(lengths).optional().catch(undefined),
  /** First and last day instead, both included. */
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  locale: localeSchema.optional().catch(undefined),
  category: z.string().min(1).max(120).optional().catch(undefined),
  /** The number whose definition and rows are open. */
  show: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional()
    .catch(undefined),
  /** Of a share, the rows of the whole (`n`) instead of those of the part. */
  of: z.literal("n").optional().catch(undefined),
  /** One bar of a chart: a day, or the first and the last of several: `2026-11-09..2026-11-15`. */
  on: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(\.\.\d{4}-\d\d-\d\d)?$/)
    .optional()
    .catch(undefined),
  /** One column of a table: rows of this priority only. */
  priority: prioritySchema.optional().catch(undefined),
  /** One row of a table of a report: what it is by, and its key. */
  by: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .optional()
    .catch(undefined),
  key: z.string().max(80).optional().catch(undefined),
  /** Reports of the desk: one team, one kind of customer. */
  team: z.string().min(1).max(60).optional().catch(undefined),
  tier: z.enum(["vip", "normal"]).optional().catch(undefined),
  /** Column by which the first table of a report is sorted. */
  sort: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional()
    .catch(undefined),
  /** Page of the rows, from 2. */
  page: z.int().min(2).max(100_000).optional().catch(undefined),
});
export type Asked = z.infer<typeof fields>;

/** No part of a number: neither a bar, nor a column, nor a page. */
export const nothingNarrower = {
  of: undefined,
  on: undefined,
  priority: undefined,
  by: undefined,
  key: undefined,
  page: undefined,
} satisfies Partial<Asked>;

/** Whatever can't be understood is as if it weren't there. */
export function askedOf(search: Record<string, unknown>): Asked {
  const asked = fields.parse(search);
  if (isPeriod(asked.from, asked.to)) return { ...asked, days: undefined };
  return { ...asked, from: undefined, to: undefined };
}

export function isPeriod(from?: string | null, to?: string | null): boolean {
  if (!from || !to || from > to) return false;
  return Date.parse(to) - Date.parse(from) < longest * DAY;
}

/** The first day of a period that ends on `to`, as early as the server reports. */
export const firstDay = (from: string, to: string): string =>
  isPeriod(from, to) ? from : plusDays(to, 1 - longest);

/** The day of the desk's calendar at an instant, `YYYY-MM-DD`. */
export const deskDay = (at: Instant): string =>
  dateOf(localDayOf(defaultCalendars.working.tz, at) * DAY);

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const plusDays = (date: string, days: number): string => dateOf(Date.parse(date) + days * DAY);

/** @param today as `deskDay` gives it. */
export function filterOf({ from, to, days = usual, locale, category }: Asked, today: string) {
  const period = from && to ? { from, to } : { from: plusDays(today, 1 - days), to: today };
  return { ...period, ...(locale && { locale }), ...(category && { category }) } satisfies Filter;
}

/** The same for reports of the desk, which can be narrowed further. */
export const reportFilterOf = (asked: Asked, today: string): Filter => ({
  ...filterOf(asked, today),
  ...(asked.team && { team: asked.team }),
  ...(asked.tier && { tier: asked.tier }),
});

/** The chosen length; null for days of one's own. */
export const lengthOf = ({ from, days }: Asked): Length | null => (from ? null : (days ?? usual));

export const askLength = (length: Length): Pick<Asked, "days" | "from" | "to"> => ({
  days: length === usual ? undefined : length,
  from: undefined,
  to: undefined,
});

/** The filter of one bar of a chart. */
export function within(filter: Filter, on: string | undefined): Filter {
  if (!on) return filter;
  const [from = "", to = from] = on.split("..");
  return isPeriod(from, to) ? { ...filter, from, to } : filter;
}

export const hasFilter = ({ locale, category }: Asked): boolean => Boolean(locale || category);
