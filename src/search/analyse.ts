/** An article cut into terms once, so that several queries can be ranked against it. */
import type { SearchRecord, Section } from "./entry.ts";
import { isNegated } from "./negation.ts";
import { segment, type Token } from "./segment.ts";
import { type Span, sentences } from "./sentences.ts";
import { unitsOf } from "./units.ts";

/** A text with the terms in it. */
export interface Analysed {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly terms: ReadonlySet<string>;
}

/** A title, or a question that a customer asked. */
export interface Name extends Analysed {
  readonly units: readonly string[];
  readonly negated: boolean;
}

export interface AnalysedSection extends Analysed {
  readonly section: Section;
  /** The heading's own terms. */
  readonly heading: Analysed;
  readonly spans: readonly Span[];
}

/** A loaded article, ready to be ranked. */
export interface Document {
  readonly id: string;
  readonly record: SearchRecord;
  /** The title, the subtitle where there is one, and aliases short enough to be names. */
  readonly names: readonly Name[];
  /** All aliases: what customers called it, and what they asked. */
  readonly aliases: readonly Name[];
  readonly description: Analysed;
  readonly sections: readonly AnalysedSection[];
  /** How often each term occurs in the sections and among the synonyms. */
  readonly counts: ReadonlyMap<string, number>;
  /** Neighbouring terms, `a b`, of title and text. */
  readonly pairs: ReadonlySet<string>;
  /** Terms of the sections. */
  readonly length: number;
}

export function analyseText(text: string): Analysed {
  const tokens = segment(text);
  return { text, tokens, terms: new Set(tokens.map((token) => token.term)) };
}

function analyseName(text: string): Name {
  const analysed = analyseText(text);
  return { ...analysed, units: unitsOf(analysed.tokens), negated: isNegated(text) };
}

/** A synonym of the title counts as often in the text. */
const SYNONYM = 2;

/** Units up to which an alias is another name of the subject; a longer one is somebody's question. */
const NAME = { latin: 7, han: 14 };

function isName({ units, text }: Name): boolean {
  return units.length <= (/\p{Script=Han}/u.test(text) ? NAME.han : NAME.latin);
}

export function analyse(id: string, record: SearchRecord): Document {
  const aliases = record.aliases.map(analyseName);
  const titles = [record.title, record.subtitle].filter((text) => text !== "").map(analyseName);
  const names = [...titles, ...aliases.filter(isName)];
  const description = analyseText(record.description);
  const sections = record.sections.map((section) => ({
    ...analyseText(section.text),
    section,
    heading: analyseText(section.heading),
    spans: sentences(section.text),
  }));
  const counts = new Map<string, number>();
  const pairs = new Set<string>();
  for (const part of [...names, ...aliases, description]) addPairs(pairs, part.tokens);
  for (const section of sections) {
    addPairs(pairs, section.tokens);
    for (const { term } of section.tokens) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  for (const { term } of record.synonyms.flatMap(segment)) {
    counts.set(term, (counts.get(term) ?? 0) + SYNONYM);
  }
  const length = sections.reduce((sum, section) => sum + section.tokens.length, 0);
  return { id, record, names, aliases, description, sections, counts, pairs, length };
}

/** The key of two neighbouring terms. */
export function pairOf(left: string, right: string): string {
  return `${left} ${right}`;
}

function addPairs(pairs: Set<string>, tokens: readonly Token[]): void {
  const whole = tokens.filter((token) => !token.extra);
  whole.forEach(({ term }, index) => {
    const next = whole[index + 1];
    if (next !== undefined) pairs.add(pairOf(term, next.term));
  });
}
