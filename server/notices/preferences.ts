/** What a member of staff chose: which notices come which way, and when mail keeps quiet. */
import { z } from "zod";
import { type Instant, MINUTE } from "../sla/instant.ts";
import type { Priority } from "../sla/log.ts";
import { instantOf, isZone, localDayOf } from "../sla/zone.ts";
import { defaultWays, type NoticeKind, noticeKinds, type Ways, waysSchema } from "./kinds.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const quietSchema = z
  .object({
    on: z.boolean(),
    /** HH:MM on the wall clock of the person's zone: quiet from here … */
    from: timeOfDay,
    /** … until here; on the next day where it isn't later than `from`. */
    to: timeOfDay,
    /** Days on which a quiet time begins: 1 = Monday … 7 = Sunday. */
    days: z.array(z.int().min(1).max(7)).max(7),
  })
  .refine(({ from, to }) => from !== to, { path: ["to"] });
export type Quiet = z.infer<typeof quietSchema>;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const ownWays = z.object(
  Object.fromEntries(noticeKinds.map((kind) => [kind, waysSchema.optional()])) as Record<
    NoticeKind,
    z.ZodOptional<typeof waysSchema>
  >,
);

/** `User.preferences`. Everything has a default, so that `{}` is a whole set of preferences. */
export const preferencesSchema = z.object({
  /** IANA zone the person lives in: quiet hours and times in mails are in it. */
  zone: z.string().max(64).refine(isZone).default("Asia/Shanghai"),
  /** Only kinds that were changed; the others follow `defaultWays`. */
  ways: ownWays.default({} as z.infer<typeof ownWays>),
  quiet: quietSchema.default({ on: false, from: "22:00", to: "08:00", days: everyDay }),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** Stored preferences; what this version can't read counts as not chosen. */
export function preferencesOf(stored: unknown): Preferences {
  const parsed = preferencesSchema.safeParse(stored);
  return parsed.success ? parsed.data : preferencesSchema.parse({});
}

export type Delivery = Ways & {
  /** Mail is held back until here; null = it goes at once. */
  holdUntil: Instant | null;
};

/**
 * Which ways a notice goes now. P0 is never held back and never switched off.
 * @param asked.priority of the ticket meant; null where there is none.
 */
export function waysFor(asked: {
  kind: NoticeKind;
  priority: Priority | null;
  preferences: Preferences;
  now: Instant;
}): Delivery {
  const { kind, priority, preferences, now } = asked;
  if (priority === "P0") return { app: true, mail: true, holdUntil: null };
  const ways = preferences.ways[kind] ?? defaultWays[kind];
  return { ...ways, holdUntil: ways.mail ? quietUntil(preferences, now) : null };
}

/** The end of the quiet time that holds at `now`, or null. */
export function quietUntil({ quiet, zone }: Preferences, now: Instant): Instant | null {
  if (!quiet.on) return null;
  const today = localDayOf(zone, now);
  for (const day of [today, today - 1]) {
    if (!quiet.days.includes(weekday(day))) continue;
    const from = instantOf(zone, day, msOf(quiet.from));
    const end = quiet.to > quiet.from ? day : day + 1;
    const to = instantOf(zone, end, msOf(quiet.to));
    if (from <= now && now < to) return to;
  }
  return null;
}

const msOf = (time: string): number =>
  (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;

/** Of a local day number: 1 = Monday. Day 0, 1970-01-01, was a Thursday. */
const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
