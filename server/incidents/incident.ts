/** What an incident is, what may happen to it, and which tickets it is about. */
import { z } from "zod";
import { Problem } from "../errors.ts";
import { DAY } from "../sla/instant.ts";
import type { Priority } from "../sla/log.ts";

/** `proposed`: nobody has decided yet, customers see nothing of it. */
export const incidentStateSchema = z.enum(["proposed", "open", "resolved", "dismissed"]);
export type IncidentState = z.infer<typeof incidentStateSchema>;

/** What proposed it: tickets alike within an hour, many more than usual, or a person. */
export type IncidentSource = "batch" | "surge" | "hand";

/** The same thing said in both languages; empty string = not written yet. */
const both = (most: number) =>
  z.object({ en: z.string().trim().max(most), zh: z.string().trim().max(most) });
export const titleSchema = both(120);

/** Where readers can follow it: a path of the help center, or an https address; empty = nowhere. */
const linkSchema = z
  .string()
  .trim()
  .max(300)
  .regex(/^(\/(?![/\\])\S*|https:\/\/\S+)?$/);
export const bannerSchema = both(240).extend({ link: linkSchema });
export type Banner = z.infer<typeof bannerSchema>;

/** What customers are told; a language that no ticket is in may stay empty. */
export const updateTextSchema = both(20_000);
export type UpdateText = z.infer<typeof updateTextSchema>;

/** What an update does to each ticket. */
export type UpdateKind = "raise" | "reply" | "solve";

/** Kinds of tickets that can be signs of one problem; three questions in an hour are a good day. */
export const kindsOfIncidents = ["fault", "complaint"] as const;

/** An incident that was said to be fixed is in doubt for so long. */
export const doubtMs = 30 * DAY;

/** Tickets that came so long before an incident may be about it. */
export const beforeMs = DAY;

/** @throws Problem `incident_changed` when it has moved on. */
export function assertState(
  { number, state }: { number: number; state: string },
  ...wanted: IncidentState[]
): void {
  if (!wanted.includes(state as IncidentState)) throw new Problem("incident_changed", { number });
}

/** Tickets of an incident are at least P1 (spec 2.3: a batch of one problem). */
export const raisedTo = (priority: Priority): Priority | null =>
  priority === "P0" || priority === "P1" ? null : "P1";

/** Languages in which tickets wait for words that nobody has written. */
export function unwritten(text: UpdateText, locales: readonly string[]): ("en" | "zh")[] {
  return (["en", "zh"] as const).filter((locale) => locales.includes(locale) && !text[locale]);
}
