/**
 * Finds candidates: one question to the index per term, joined by "or". Base and delta are two
 * indexes with frequencies of their own; here they become one, so that a page published a minute ago
 * stands where a full build would put it.
 */
import type { Hit, SearchEntry, SearchIndex } from "./entry.ts";
import type { QueryTerm } from "./query.ts";
import { indexTerm } from "./segment.ts";

/** A page with the terms it was found by, before its text is loaded. */
export interface Candidate {
  readonly id: string;
  readonly load: Hit["load"];
  /** Comparable within one search only. */
  score: number;
}

/** What the index knows about the terms of one query. */
export interface Retrieved {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Articles that hold each term asked for, by term; base and delta joined, tombstones left out. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** Inverse document frequency as Pagefind computes it. */
export function inverseFrequency(frequency: number, docs: number): number {
  return Math.log(1 + (Math.max(docs - frequency, 0) + 0.5) / (frequency + 0.5));
}

/** Asks for every term at once; ends with the first failure. */
export async function retrieve(
  index: SearchIndex,
  entry: SearchEntry,
  terms: readonly QueryTerm[],
): Promise<Retrieved> {
  const live = liveness(entry);
  const found = await Promise.all(
    terms.map(async (term) => {
      const hits = await index.find(term.prefix ? term.term : indexTerm(term));
      return { term, hits: joinFrequencies(hits, entry, live) };
    }),
  );
  const candidates = new Map<string, Candidate>();
  for (const { hits } of found) for (const hit of hits) addHit(candidates, hit);
  return {
    candidates: [...candidates.values()].sort((a, b) => b.score - a.score),
    frequencies: new Map(found.map(({ term, hits }) => [term.term, hits.length])),
  };
}

interface Liveness {
  readonly delta: ReadonlySet<string>;
  readonly dead: ReadonlySet<string>;
}

function liveness(entry: SearchEntry): Liveness {
  return { delta: new Set(entry.delta?.ids), dead: new Set(entry.tombstones) };
}

/** Takes each index's own rarity out of the scores and puts the joint one in. */
function joinFrequencies(hits: readonly Hit[], entry: SearchEntry, live: Liveness): Hit[] {
  const inDelta = hits.filter((hit) => live.delta.has(hit.id)).length;
  const base = inverseFrequency(hits.length - inDelta, entry.base.docs);
  const delta = inverseFrequency(inDelta, entry.delta?.docs ?? 0);
  const alive = hits.filter((hit) => live.delta.has(hit.id) || !live.dead.has(hit.id));
  const joint = inverseFrequency(alive.length, entry.docs);
  return alive.map(({ id, score, load }) => {
    const own = live.delta.has(id) ? delta : base;
    return { id, load, score: (score / own) * joint };
  });
}

function addHit(candidates: Map<string, Candidate>, hit: Hit): void {
  const known = candidates.get(hit.id);
  if (known === undefined) candidates.set(hit.id, { ...hit });
  else known.score += hit.score;
}
