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
  /** What stood on both sides of it there, each time it stood there. Blanked with `original`. */
  places: z.array(z.object({ before: z.string(), after: z.string() })).default([]),
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
  const found = findings.map(({ kind, source, original, before, after }) => ({
    kind: kind as string,
    source: source as string,
    original,
    place: [{ before, after }],
  }));
  const doubtful = suspects.map(({ source, text }) => ({
    kind: "SUSPECT",
    source: source as string,
    original: text,
    place: [],
  }));
  const same = Map.groupBy([...found, ...doubtful], ({ kind, source, original }) =>
    JSON.stringify([kind, source, original]),
  );
  return [...same.values()].map((items, id) => {
    const { kind, source, original } = items[0]!;
    const places = items.flatMap(({ place }) => place);
    return { id, kind, source, original, places, ...undecided };
  });
}

/** What a pattern finds in a text, with its neighbours: a surname alone stands in other words as well. */
export type FoundNow = {
  kind: string;
  text: string;
  /** At most twelve characters of the same line on each side. */
  before: string;
  after: string;
};

function placeOf(whole: string, start: number, end: number): Omit<FoundNow, "kind"> {
  return {
    text: whole.slice(start, end),
    before: whole.slice(Math.max(0, start - 12), start).replace(/^[\s\S]*\n/, ""),
    after: whole.slice(end, end + 12).replace(/\n[\s\S]*$/, ""),
  };
}

/**
 * What still stands between a text and publication: undecided entries, and whatever patterns find in
 * the text as it is now that nobody has said to keep.
 */
export function openQuestions(
  text: string,
  decisions: readonly Decision[],
  options: RedactionOptions,
): { pending: number; found: FoundNow[] } {
  const kept = new Set(
    decisions.filter(({ decision }) => decision === "kept").map(({ original }) => original),
  );
  const { findings, suspects } = redact(text, options);
  const now = [
    ...findings.map(({ kind, start, end }) => ({
      kind: kind as string,
      ...placeOf(text, start, end),
    })),
    ...suspects.map(({ start, end }) => ({ kind: "SUSPECT", ...placeOf(text, start, end) })),
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
    places: [],
  }));
