/** Sentences of a plain text. */

export interface Span {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A full stop is an end only before a space; Chinese ends need none. */
const END = /[.!?](?=\s)|[。！？；\n]/gu;

/** Sentences as offsets, blank ones left out. */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of [...text.matchAll(END), { index: text.length, 0: "" }]) {
    const end = match.index + match[0].length;
    if (text.slice(start, end).trim() !== "") spans.push({ start, end });
    start = end;
  }
  return spans;
}
