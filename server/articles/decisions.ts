/** What patterns found in a draft, and what a person decided about each. */
import { z } from "zod";
import type { Draft } from "./draft.ts";
import { type RedactionOptions, redact } from "./redaction.ts";

/** `pending`: nobody has looked yet. `replaced`: the placeholder stays. `kept`: it isn't personal data. */
export const decisionSchema = z.object({
  /** Position in the list; stable for the life of the draft. */
  id: z.int(),
  /** What it was taken for, or SUSPECT for eleven digits that no pattern explains. */
  kind: z.string(),
  /** Which text of the ticket it stood in. */
  source: z.string(),
  /** As it was written. Blanked when the draft is published or discarded. */
  original: z.string(),
  decision: z.enum(["pending", "replaced", "kept"]),
  by: z.string().nullable(),
  /** ISO time. */
  at: z.string().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;
export const decisionsSchema = z.array(decisionSchema);

const undecided = { decision: "pending" as const, by: null, at: null };

/** One entry for everything that was found, the same text in the same place once. */
export function decisionsOf({
  findings,
  suspects,
}: Pick<Draft, "findings" | "suspects">): Decision[] {
  const found = findings.map(({ kind, source, original }) => ({
    kind: kind as string,
    source: source as string,
    original,
  }));
  const doubtful = suspects.map(({ source, text }) => ({
    kind: "SUSPECT",
    source: source as string,
    original: text,
  }));
  const unique = new Map([...found, ...doubtful].map((item) => [JSON.stringify(item), item]));
  return [...unique.values()].map((item, id) => ({ id, ...item, ...undecided }));
}

/**
 * What still stands between a text and publication: undecided entries, and whatever patterns find in
 * the text as it is now that nobody has said to keep.
 */
export function openQuestions(
  text: string,
  decisions: readonly Decision[],
  options: RedactionOptions,
): { pending: number; found: { kind: string; text: string }[] } {
  const kept = new Set(
    decisions.filter(({ decision }) => decision === "kept").map(({ original }) => original),
  );
  const { findings, suspects } = redact(text, options);
  const now = [
    ...findings.map(({ kind, original }) => ({ kind: kind as string, text: original })),
    ...suspects.map((suspect) => ({ kind: "SUSPECT", text: suspect.text })),
  ];
  return {
    pending: decisions.filter(({ decision }) => decision === "pending").length,
    found: now.filter((item) => !kept.has(item.text)),
  };
}

/** The decisions without the personal text they were about. */
export const blanked = (decisions: readonly Decision[]): Decision[] =>
  decisions.map((entry) => ({
    ...entry,
    original: entry.decision === "kept" ? entry.original : "",
  }));
