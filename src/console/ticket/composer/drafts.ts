/** What is being written, per ticket and kind, kept in the browser until it has really been sent. */
import { useSyncExternalStore } from "react";
import { z } from "zod";
import { recallJson, remember } from "../../storage.ts";
import { segmentSchema } from "./segments.ts";

export const modes = ["reply", "note", "resolve"] as const;
export type Mode = (typeof modes)[number];

const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
});

const draftSchema = z.object({
  /** Sending the same draft twice stores it once. */
  key: z.uuid(),
  text: z.string(),
  files: z.array(fileSchema),
  /** When the first letter was typed; epoch milliseconds. */
  startedAt: z.number().nullable(),
  /** The time chosen for the next update; null = the proposed one. */
  promiseAt: z.number().nullable(),
  /** What the ticket becomes with a reply. */
  next: z.enum(["open", "waiting_customer", "waiting_third_party", "planned"]),
  /** Why the problem existed, when it is solved. */
  cause: z.string(),
  causeNote: z.string(),
  // What was added later has a beginning, so that what was being written then is still read.
  /** Id of the template the text was begun with; empty = in one's own words. */
  template: z.string().default(""),
  /** The template's text with its open places, as it was changed since; null = `text` is all. */
  source: z.array(segmentSchema).nullable().default(null),
  /** What was filled in by hand: instants in epoch milliseconds, durations in seconds. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** Whether it names the next step, and is the whole answer; null = as it looks. */
  substantive: z.boolean().nullable().default(null),
  full: z.boolean().nullable().default(null),
  /** What the customer of a complaint needed. */
  need: z.string().default(""),
  planText: z.string().default(""),
  planLink: z.string().default(""),
});
export type Draft = z.infer<typeof draftSchema>;
export type SentFile = Draft["files"][number];

/** @param mode `plan` is what a solved ticket is closed with. */
export const slotOf = (ticketId: string, mode: Mode | "plan"): string => `${ticketId}:${mode}`;
const keyOf = (slot: string) => `console-draft:${slot}`;

const blank = (): Draft =>
  draftSchema.parse({
    key: crypto.randomUUID(),
    text: "",
    files: [],
    startedAt: null,
    promiseAt: null,
    next: "open",
    cause: "",
    causeNote: "",
  });

const known = new Map<string, Draft>();
const listeners = new Set<() => void>();

export function draftOf(slot: string): Draft {
  const draft = known.get(slot) ?? draftSchema.safeParse(recallJson(keyOf(slot))).data ?? blank();
  known.set(slot, draft);
  return draft;
}

export const isBlank = ({ text, files, cause, causeNote, need, planText }: Draft): boolean =>
  files.length === 0 && [text, cause, causeNote, need, planText].every((one) => !one.trim());

function keep(slot: string, draft: Draft): void {
  known.set(slot, draft);
  remember(keyOf(slot), isBlank(draft) ? null : JSON.stringify(draft));
  for (const listener of listeners) listener();
}

export function changeDraft(slot: string, change: Partial<Draft>): void {
  const before = draftOf(slot);
  const startedAt = before.startedAt ?? (change.text ? Date.now() : null);
  keep(slot, { ...before, startedAt, ...change });
}

/** Files arrive one by one, while others are still on their way. */
export function addDraftFile(slot: string, file: SentFile): void {
  keep(slot, { ...draftOf(slot), files: [...draftOf(slot).files, file] });
}

/** After it was sent: the next draft has a key of its own. */
export const dropDraft = (slot: string): void => keep(slot, blank());

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDraft = (slot: string): Draft =>
  useSyncExternalStore(subscribe, () => draftOf(slot));
