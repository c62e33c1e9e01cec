/** The sentence of an article that answers best. */
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
  /** The query's terms in the sentence itself and its heading. */
  readonly held: ReadonlySet<WeightedTerm>;
}

/** A heading says what its text is about, hence counts for the sentences under it, though less. */
const HEADING_SHARE = 0.6;

/**
 * The sentence with most of the query's weight, its successor counted by half: an instruction often
 * goes on after the sentence that names the problem.
 */
export function bestPassage(terms: readonly WeightedTerm[], document: Document): Passage {
  let best: Passage = {
    section: document.sections[0] ?? null,
    start: 0,
    end: 0,
    weight: -1,
    held: new Set(),
  };
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
  const { spans } = section;
  const held = heldBySpans(section, termOf);
  const headed = new Set(section.heading.tokens.map(termOf).filter((term) => term !== undefined));
  const title = weigh(headed) * HEADING_SHARE;
  let best: Passage = { section, start: 0, end: 0, weight: title, held: headed };
  spans.forEach((span, index) => {
    const own = held[index]!;
    const beside = minus(held[index + 1], own);
    const above = minus(headed, own, beside);
    const weight = weigh(own) + weigh(beside) / 2 + weigh(above) * HEADING_SHARE;
    if (weight > best.weight || best.end === 0)
      best = { section, ...span, weight, held: new Set([...own, ...headed]) };
  });
  return best;
}

type Held = ReadonlySet<WeightedTerm>;

function heldBySpans(
  { spans, tokens }: AnalysedSection,
  termOf: (token: Token) => WeightedTerm | undefined,
): Held[] {
  const held = spans.map(() => new Set<WeightedTerm>());
  let at = 0;
  for (const token of tokens) {
    while (at < spans.length - 1 && token.start >= spans[at]!.end) at++;
    const term = termOf(token);
    if (term !== undefined) held[at]?.add(term);
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
