/** The sentences of an article, and the one that answers best. */
import type { AnalysedSection, Document } from "./analyse.ts";
import type { WeightedTerm } from "./query.ts";
import type { Token } from "./segment.ts";

/** A sentence, or a piece of a table or list, of one section. */
export interface Passage {
  /** Null for an article without text. */
  readonly section: AnalysedSection | null;
  /** UTF-16 offsets into the section's text. */
  readonly start: number;
  readonly end: number;
  /** Sum of the weights of the query's terms in the window around it. */
  readonly weight: number;
}

/** A full stop is an end only before a space; Chinese ends need none. */
const END = /[.!?](?=\s)|[。！？；\n]/gu;

/** A heading says what its text is about, hence counts for the sentences under it, though less. */
const HEADING_SHARE = 0.6;

/** Sentences as offsets, blank ones left out. */
export function sentences(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of [...text.matchAll(END), { index: text.length, 0: "" }]) {
    const end = match.index + match[0].length;
    if (text.slice(start, end).trim() !== "") spans.push({ start, end });
    start = end;
  }
  return spans;
}

/**
 * The sentence with most of the query's weight, its successor counted by half: an instruction often
 * goes on after the sentence that names the problem.
 */
export function bestPassage(terms: readonly WeightedTerm[], document: Document): Passage {
  let best: Passage = { section: document.sections[0] ?? null, start: 0, end: 0, weight: -1 };
  for (const section of document.sections) {
    const candidate = bestOfSection(terms, section);
    if (candidate.weight > best.weight) best = candidate;
  }
  return { ...best, weight: Math.max(0, best.weight) };
}

function bestOfSection(terms: readonly WeightedTerm[], section: AnalysedSection): Passage {
  const wanted = new Map(terms.map((term) => [term.term, term]));
  const open = terms.filter((term) => term.prefix);
  const termOf = (token: Token) =>
    wanted.get(token.term) ?? open.find((term) => token.term.startsWith(term.term));
  const spans = sentences(section.text);
  const held = spans.map((span) => heldBy(section, span, termOf));
  const headed = new Set(section.heading.tokens.map(termOf).filter((term) => term !== undefined));
  let best: Passage = { section, start: 0, end: 0, weight: weigh(headed) * HEADING_SHARE };
  spans.forEach((span, index) => {
    const own = held[index]!;
    const beside = minus(held[index + 1], own);
    const above = minus(headed, own, beside);
    const weight = weigh(own) + weigh(beside) / 2 + weigh(above) * HEADING_SHARE;
    if (weight > best.weight || best.end === 0) best = { section, ...span, weight };
  });
  return best;
}

type Held = ReadonlySet<WeightedTerm>;

function heldBy(
  section: AnalysedSection,
  span: { start: number; end: number },
  termOf: (token: Token) => WeightedTerm | undefined,
): Held {
  const held = new Set<WeightedTerm>();
  for (const token of section.tokens) {
    if (token.start < span.start || token.start >= span.end) continue;
    const term = termOf(token);
    if (term !== undefined) held.add(term);
  }
  return held;
}

function minus(from: Held | undefined, ...without: Held[]): Held {
  return new Set([...(from ?? [])].filter((term) => without.every((held) => !held.has(term))));
}

function weigh(held: Held): number {
  let sum = 0;
  for (const term of held) sum += term.weight;
  return sum;
}
