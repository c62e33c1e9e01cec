import { normalise } from "#src/search/normalise.ts";
import { contentWords } from "./vocabulary.ts";

/** What is compared of an article or a draft. */
export type Comparable = { title: string; issue: string; aliases: readonly string[] };

/** How many articles there are, and in how many of them each word stands. */
export type Corpus = { articles: number; frequency: ReadonlyMap<string, number> };

/** `stop`: use or improve that one; `warn`: look at both side by side. */
export type DuplicateVerdict = "stop" | "warn" | "free";

/** Similarities 0–1. Starting values, to be tuned on pairs that people have judged. */
export const duplicateThresholds = { stop: 0.8, warn: 0.5 };

export type Likeness = {
  id: string;
  /** The greater of the two measures, 0–1. */
  similarity: number;
  by: "title" | "words";
  verdict: DuplicateVerdict;
};

/** @returns the candidates that are not free, most alike first. */
export function findDuplicates(
  draft: Comparable,
  candidates: readonly (Comparable & { id: string })[],
  corpus: Corpus,
  thresholds = duplicateThresholds,
): Likeness[] {
  const vector = vectorOf(draft, corpus);
  return candidates
    .map(({ id, ...candidate }): Likeness => {
      const title = titleLikeness(draft.title, candidate.title);
      const words = cosine(vector, vectorOf(candidate, corpus));
      const similarity = Math.max(title, words);
      const by = title >= words ? "title" : "words";
      return { id, similarity, by, verdict: verdictOn(similarity, thresholds) };
    })
    .filter(({ verdict }) => verdict !== "free")
    .toSorted((a, b) => b.similarity - a.similarity);
}

export function verdictOn(similarity: number, thresholds = duplicateThresholds): DuplicateVerdict {
  if (similarity >= thresholds.stop) return "stop";
  return similarity >= thresholds.warn ? "warn" : "free";
}

/** Jaccard's measure of the pairs of characters of two titles, without punctuation and spaces. */
export function titleLikeness(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  const total = left.union(right).size;
  return total === 0 ? 0 : left.intersection(right).size / total;
}

function pairs(title: string): Set<string> {
  const characters = [...normalise(title).replace(/[^\p{L}\p{N}]/gu, "")];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, i) => characters[i]! + character));
}

/** Cosine of the two texts' word vectors, each word weighted by how rare it is. */
export function wordLikeness(a: Comparable, b: Comparable, corpus: Corpus): number {
  return cosine(vectorOf(a, corpus), vectorOf(b, corpus));
}

export function corpusOf(articles: readonly Comparable[]): Corpus {
  const frequency = new Map<string, number>();
  for (const article of articles) {
    for (const word of new Set(wordsIn(article)))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return { articles: articles.length, frequency };
}

type Vector = Map<string, number>;

const wordsIn = ({ title, issue, aliases }: Comparable): string[] =>
  contentWords([title, issue, ...aliases].join("\n"));

function vectorOf(text: Comparable, { articles, frequency }: Corpus): Vector {
  const words = Map.groupBy(wordsIn(text), (word) => word);
  const rarity = (word: string): number =>
    1 + Math.log((1 + articles) / (1 + (frequency.get(word) ?? 0)));
  return new Map([...words].map(([word, uses]) => [word, uses.length * rarity(word)]));
}

function cosine(a: Vector, b: Vector): number {
  const product = [...a].reduce((sum, [word, weight]) => sum + weight * (b.get(word) ?? 0), 0);
  return product === 0 ? 0 : Math.min(1, product / (length(a) * length(b)));
}

const length = (vector: Vector): number => Math.hypot(...vector.values());
