/**
 * Orders loaded candidates by few features that hold for any help center: how much of the question
 * the article says, how much of it the title (or an alias) says, how much of the title the question
 * says, whether it stands together in one passage, and in the question's own order.
 */
import { type Analysed, type Document, pairOf } from "./analyse.ts";
import { bestPassage, type Passage } from "./passage.ts";
import type { QueryTerm, Question, WeightedTerm } from "./query.ts";
import { type Likeness, likeness, sameness, UNLIKE } from "./units.ts";
import { isStopWord } from "./words.ts";

/** All between 0 and 1, but for `found`, which is seldom above. */
export interface Features {
  /** The index's own score before anything was loaded, as a share of the question's weight. */
  readonly found: number;
  /** BM25 of title, description, headings and text, as a share of what is possible. */
  readonly text: number;
  /** Share of the question's weight found in the best of title and aliases. */
  readonly name: number;
  /** `name` times the share of that title's or alias' terms that the question holds: how alike they are. */
  readonly likeness: number;
  /** Share of the question's weight found in the best passage. */
  readonly passage: number;
  /** Share of the question's neighbouring terms that are neighbours in the article. */
  readonly order: number;
  /** Longest common run of letters in order between question and title. */
  readonly sequence: number;
  /** Share of the question's characters and words in the title that is most like it. */
  readonly cover: number;
  /** Share of that title in the question. */
  readonly precise: number;
  /** `cover` in the question's own order. */
  readonly ordered: number;
  /** How alike the question is to those that customers asked before and this article answered. */
  readonly asked: number;
  /** 1 where that title denies what the question denies, and no more. */
  readonly negated: number;
}

export interface Ranked {
  readonly document: Document;
  readonly passage: Passage;
  readonly features: Features;
  readonly score: number;
}

/** A loaded article with the index's own score. */
export interface Loaded {
  readonly document: Document;
  readonly score: number;
}

type Weights = Partial<Features>;

/**
 * Found on several unrelated sets of questions and kept where they held on sets they were not fitted
 * to (`docs/decisions/006-search-ranking.md`). Chinese titles share characters with a question rather
 * than whole pairs.
 */
const LATIN: Weights = {
  found: 0.7,
  asked: 1.35,
  text: 1,
  name: 0.7,
  likeness: 0.5,
  passage: 0.25,
  order: 0.4,
  sequence: 0.2,
};

const HAN: Weights = {
  asked: 0.8,
  found: 0.24,
  text: 0.39,
  passage: 1,
  cover: 1,
  precise: 1.2,
  ordered: 0.48,
  negated: 0.17,
};

const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;
const TITLE_COUNT = 3;

/**
 * @param averageLength terms of an average article, from the entry file
 * @returns best first
 */
export function rank(
  question: Question,
  loaded: readonly Loaded[],
  averageLength: number,
): Ranked[] {
  return loaded
    .map((one) => rankOne(question, one, averageLength))
    .sort(
      (a, b) => b.score - a.score || a.document.record.key.localeCompare(b.document.record.key),
    );
}

function rankOne(question: Question, { document, score }: Loaded, average: number): Ranked {
  const { text, terms } = question;
  const total = terms.reduce((sum, term) => sum + (term.extra ? 0 : term.weight), 0) || 1;
  const passage = bestPassage(terms, document);
  const best = bestName(terms, document, total);
  const features: Features = {
    found: score / total,
    text: textScore(terms, document, average) / total,
    name: best.name,
    likeness: best.name * best.share,
    passage: Math.min(1, passage.weight / total),
    order: orderScore(terms, document),
    sequence: sequenceScore(text, document),
    asked: askedBefore(question, document),
    ...likestName(question, document),
  };
  const weights = terms.some((term) => term.han) ? HAN : LATIN;
  return { document, passage, features, score: weigh(features, weights) };
}

function weigh(features: Features, weights: Weights): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + weights[name]! * features[name], 0);
}

function likestName({ units, negated }: Question, { names }: Document) {
  let best = { ...UNLIKE, negated: 0 };
  for (const name of names) {
    const like = likeness(units, name.units);
    if (sumOf(like) > sumOf(best)) best = { ...like, negated: name.negated === negated ? 1 : 0 };
  }
  return best;
}

/** Of the most alike earlier questions, what each counts: one alone may be alike by chance. */
const NEAREST = [0.5, 0.3, 0.2];

/** Weight of a word that says nothing and isn't in the question, as a share of a telling one's. */
const FORM_SHARE = 0.1;

function askedBefore({ units, terms }: Question, { aliases }: Document): number {
  if (aliases.length === 0) return 0;
  const telling = terms.filter((term) => !term.stop && !term.extra);
  const average = telling.reduce((sum, { weight }) => sum + weight, 0) / (telling.length || 1);
  const rare = (unit: string) => average * (isStopWord(unit, isHan(unit)) ? FORM_SHARE : 1);
  const alike = aliases.map((alias) => sameness(units, alias.units, rare)).sort((a, b) => b - a);
  return NEAREST.reduce((sum, share, at) => sum + share * (alike[at] ?? 0), 0);
}

function isHan(unit: string): boolean {
  return /^\p{Script=Han}/u.test(unit);
}

function sumOf({ cover, precise, ordered }: Likeness): number {
  return cover + precise + ordered;
}

/** Does the text hold the term, or for an unfinished word, a longer one? */
export function holds(text: Analysed, term: QueryTerm): boolean {
  if (text.terms.has(term.term)) return true;
  return term.prefix && [...text.terms].some((other) => other.startsWith(term.term));
}

function textScore(terms: readonly WeightedTerm[], document: Document, average: number): number {
  const long = 1 - LENGTH_SHARE + (LENGTH_SHARE * document.length) / Math.max(average, 1);
  return terms.reduce((sum, term) => {
    const count = countOf(term, document);
    return sum + (term.weight * count * (SATURATION + 1)) / (count + SATURATION * long) / 2;
  }, 0);
}

function countOf(term: WeightedTerm, document: Document): number {
  const headings = document.sections.filter((section) => holds(section.heading, term)).length;
  const named = document.names.filter((name) => holds(name, term)).length;
  const described = holds(document.description, term) ? 1 : 0;
  return bodyCount(term, document) + Math.min(named, 2) * TITLE_COUNT + described + headings;
}

function bodyCount(term: WeightedTerm, document: Document): number {
  if (!term.prefix) return document.counts.get(term.term) ?? 0;
  let count = 0;
  for (const [other, times] of document.counts) if (other.startsWith(term.term)) count += times;
  return count;
}

function bestName(terms: readonly WeightedTerm[], document: Document, total: number) {
  let best = { name: 0, share: 0 };
  for (const name of document.names) {
    const held = terms.filter((term) => holds(name, term));
    const weight = held.reduce((sum, term) => sum + term.weight, 0);
    const candidate = { name: Math.min(1, weight / total), share: shareOf(name, held) };
    if (candidate.name + candidate.share > best.name + best.share) best = candidate;
  }
  return best;
}

function shareOf(name: Analysed, held: readonly WeightedTerm[]): number {
  const known = new Set(held.map((term) => term.term));
  const whole = name.tokens.filter((token) => !token.extra);
  const size = whole.length || 1;
  return whole.filter((token) => known.has(token.term)).length / size;
}

function orderScore(terms: readonly WeightedTerm[], document: Document): number {
  const whole = terms.filter((term) => !term.extra);
  let sum = 0;
  let total = 0;
  whole.forEach((term, index) => {
    const next = whole[index + 1];
    if (next === undefined) return;
    const weight = Math.min(term.weight, next.weight);
    total += weight;
    if (document.pairs.has(pairOf(term.term, next.term))) sum += weight;
  });
  return total === 0 ? 0 : sum / total;
}

function sequenceScore(query: string, document: Document): number {
  return Math.max(...document.names.map((name) => commonSequence(query, name.text)));
}

/** Length of the longest common subsequence of letters, over the geometric mean of the lengths. */
export function commonSequence(left: string, right: string): number {
  const a = lettersOf(left);
  const b = lettersOf(right);
  if (a.length === 0 || b.length === 0) return 0;
  let row = new Uint16Array(b.length + 1);
  for (const letter of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      next[j] = b[j - 1] === letter ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    }
    row = next;
  }
  return row[b.length]! / Math.sqrt(a.length * b.length);
}

function lettersOf(text: string): string[] {
  return [...text.normalize("NFKC").toLowerCase()]
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .slice(0, 120);
}
