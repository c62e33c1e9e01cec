/** What the index holds, and what changes when articles are published. */
import type { SearchEntry, SearchRecord } from "#src/search/entry.ts";

/** A base index as built; kept outside the public site and never changed afterwards. */
export interface BaseState {
  /** Folder below `/search/`, ends in a slash. */
  readonly path: string;
  /** Its table of contents, below `/search/` too. */
  readonly meta: string;
  readonly vocabulary: string;
  /** Fragment id and record hash of each article, by key. */
  readonly pages: Readonly<Record<string, { readonly id: string; readonly hash: string }>>;
  readonly averageLength: number;
}

/** What differs from the base. */
export interface DeltaState {
  /** The base it belongs to; a delta of another base is void. */
  readonly base: string;
  /** New and changed articles, by key. */
  readonly changed: Readonly<Record<string, SearchRecord>>;
  /** Keys of base articles that are gone. */
  readonly removed: readonly string[];
}

/** What is searched: an index, and what differs from it. */
export type SearchState = { readonly base: BaseState; readonly delta: DeltaState };

/** Each article that is found now, by key, with the hash of its record. */
export function foundIn(
  { base, delta }: SearchState,
  hashOf: (record: SearchRecord) => string,
): Map<string, string> {
  const found = new Map(Object.entries(base.pages).map(([key, { hash }]) => [key, hash]));
  for (const key of delta.removed) found.delete(key);
  for (const [key, record] of Object.entries(delta.changed)) found.set(key, hashOf(record));
  return found;
}

/**
 * What differs between what is found now and another base: records that the delta has, keys of
 * articles whose record has to be made, and keys of articles that are gone.
 */
export function sinceBase(
  now: SearchState,
  base: BaseState,
  hashOf: (record: SearchRecord) => string,
): { known: SearchRecord[]; unknown: string[]; gone: string[] } {
  const found = foundIn(now, hashOf);
  const keys = [...found].filter(([key, hash]) => base.pages[key]?.hash !== hash);
  const known = keys.flatMap(([key]) => now.delta.changed[key] ?? []);
  const unknown = keys.map(([key]) => key).filter((key) => !now.delta.changed[key]);
  return { known, unknown, gone: Object.keys(base.pages).filter((key) => !found.has(key)) };
}

/** The delta after another change; the same change twice gives the same delta. */
export function applyChange(
  state: DeltaState,
  base: BaseState,
  changedRecords: readonly SearchRecord[],
  removedKeys: readonly string[],
  hashOf: (record: SearchRecord) => string,
): DeltaState {
  const changed = new Map(Object.entries(state.changed));
  const removed = new Set(state.removed);
  for (const key of removedKeys) {
    changed.delete(key);
    if (base.pages[key] !== undefined) removed.add(key);
  }
  for (const record of changedRecords) {
    removed.delete(record.key);
    if (base.pages[record.key]?.hash === hashOf(record)) changed.delete(record.key);
    else changed.set(record.key, record);
  }
  const sorted = [...changed].sort(([a], [b]) => (a < b ? -1 : 1));
  return { base: state.base, changed: Object.fromEntries(sorted), removed: [...removed].sort() };
}

/** The entry file for a base and its delta. */
export function entryOf(
  locale: string,
  base: BaseState,
  delta: {
    readonly state: DeltaState;
    readonly path: string;
    readonly meta: string;
    readonly ids: readonly string[];
  } | null,
): SearchEntry {
  const gone = delta === null ? [] : [...delta.state.removed, ...Object.keys(delta.state.changed)];
  const tombstones = gone.map((key) => base.pages[key]?.id).filter((id) => id !== undefined);
  const pages = Object.keys(base.pages).length;
  const fresh = delta?.ids.length ?? 0;
  return {
    version: 2,
    locale,
    base: { path: base.path, meta: base.meta, docs: pages },
    delta:
      fresh === 0 || delta === null
        ? null
        : { path: delta.path, meta: delta.meta, docs: fresh, ids: delta.ids },
    tombstones: tombstones.sort(),
    docs: pages - tombstones.length + fresh,
    averageLength: base.averageLength,
    vocabulary: base.vocabulary,
  };
}
