/** A template's text while it is written on: open places stay open, whatever is typed around them. */
import { z } from "zod";
import { placeholder } from "../../../../server/tickets/templatefill.ts";

export const segmentSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ name: z.string() }),
]);
/** Words as they stand, or the place of a variable. */
export type Segment = z.infer<typeof segmentSchema>;

export function segmentsOf(body: string): Segment[] {
  // Odd parts are the names that the pattern captures.
  return body
    .split(placeholder)
    .map((part, index): Segment => (index % 2 ? { name: part } : { text: part }))
    .filter((segment) => !("text" in segment) || segment.text !== "");
}

/** @param write a variable's value as the customer reads it; null = it has none yet. */
type Write = (name: string) => string | null;

const shown = (segment: Segment, write: Write): string =>
  "text" in segment ? segment.text : (write(segment.name) ?? `{{${segment.name}}}`);

export const textOf = (segments: readonly Segment[], write: Write): string =>
  segments.map((segment) => shown(segment, write)).join("");

/** Names of the places that are still open. */
export const namesIn = (segments: readonly Segment[]): string[] => [
  ...new Set(segments.flatMap((segment) => ("name" in segment ? [segment.name] : []))),
];

/**
 * The segments after somebody changed the text: a place that was written into is words from then on,
 * all others keep following their values.
 */
export function retyped(segments: readonly Segment[], write: Write, text: string): Segment[] {
  const before = textOf(segments, write);
  const start = sameStart(before, text);
  const end = before.length - sameEnd(before.slice(start), text.slice(start));
  const typed = text.slice(start, text.length - (before.length - end));
  const kept: { head: Segment[]; tail: Segment[]; words: [string, string] } = {
    head: [],
    tail: [],
    words: ["", ""],
  };
  let at = 0;
  for (const segment of segments) {
    const whole = shown(segment, write);
    const [from, to] = [at, at + whole.length];
    at = to;
    if (to <= start && !("text" in segment && to === start)) kept.head.push(segment);
    else if (from >= end && !("text" in segment && from === end)) kept.tail.push(segment);
    else {
      kept.words[0] += whole.slice(0, Math.max(0, start - from));
      kept.words[1] += whole.slice(Math.max(0, end - from));
    }
  }
  const words = kept.words[0] + typed + kept.words[1];
  return [...kept.head, ...(words ? [{ text: words }] : []), ...kept.tail];
}

function sameStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function sameEnd(a: string, b: string): number {
  let length = 0;
  while (
    length < a.length &&
    length < b.length &&
    a[a.length - 1 - length] === b[b.length - 1 - length]
  )
    length++;
  return length;
}
