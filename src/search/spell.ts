/** Latin words that no article holds are taken for the nearest word that some article does. */
import type { Vocabulary } from "./entry.ts";
import type { QueryTerm } from "./query.ts";

/**
 * The terms with unknown words corrected, or the same array if none can be.
 * @param unknown those of the terms that the index doesn't hold
 */
export function correct(
  terms: readonly QueryTerm[],
  unknown: readonly QueryTerm[],
  vocabulary: Vocabulary,
): readonly QueryTerm[] {
  const corrections = new Map<string, string>();
  for (const { term } of unknown) {
    const nearest = nearestWord(term, vocabulary);
    if (nearest !== null) corrections.set(term, nearest);
  }
  if (corrections.size === 0) return terms;
  return terms.map((term) => {
    const word = corrections.get(term.term);
    return word === undefined ? term : { ...term, term: word, word, prefix: false };
  });
}

/** The most frequent of the nearest words, at most one slip away, two in a long word. */
export function nearestWord(word: string, vocabulary: Vocabulary): string | null {
  const allowed = word.length < 5 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;
  if (allowed === 0) return null;
  let best: { word: string; distance: number; frequency: number } | null = null;
  for (const [other, frequency] of Object.entries(vocabulary)) {
    if (Math.abs(other.length - word.length) > allowed || other.length < 3) continue;
    const distance = editDistance(word, other, allowed);
    if (distance > allowed) continue;
    const first = other[0] === word[0] ? 0 : 0.5;
    const rank = distance + first;
    if (
      best === null ||
      rank < best.distance ||
      (rank === best.distance && frequency > best.frequency)
    )
      best = { word: other, distance: rank, frequency };
  }
  return best?.word ?? null;
}

/** Insertions, deletions, replacements and swaps of neighbours; stops counting above `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[right.length]!;
}
