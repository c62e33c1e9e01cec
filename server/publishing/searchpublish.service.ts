/**
 * Puts the search on the published site: a base index at a full build, a small delta after each
 * publishing. The entry file comes last, so that a reader has either the old search or the new one.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { SearchEntry, SearchRecord } from "#src/search/entry.ts";
import { type PackedVocabulary, packVocabulary } from "#src/search/vocabulary.ts";
import { readJson, writeFolder, writeWhole } from "./searchfiles.service.ts";
import { buildIndex, recordHash } from "./searchindex.service.ts";
import { lengthOf, vocabularyOf } from "./searchpage.ts";
import { foldsOf, soundsOf } from "./searchsounds.ts";
import { applyChange, type BaseState, type DeltaState, entryOf } from "./searchstate.ts";

/** Where the search of one site lives. */
export interface SearchPlace {
  /** The published site's root; files go to `<siteDir>/search/`. */
  readonly siteDir: string;
  /** A folder outside the site that keeps what the next delta needs. */
  readonly stateDir: string;
}

const HAN = /\p{Script=Han}/u;

/** From so many articles in the delta on a new base should be built in the background. */
const DELTA_LIMIT = 200;

/** Builds the index of all articles of a locale; replaces base and delta. */
export function publishBase(
  place: SearchPlace,
  locale: string,
  records: readonly SearchRecord[],
): Promise<SearchEntry> {
  return inTurn(`${place.siteDir}/${locale}`, async () => {
    const base = await writeBase(place, locale, records);
    await writeWhole(statePath(place, locale, "base"), JSON.stringify(base));
    await writeWhole(statePath(place, locale, "delta"), JSON.stringify(emptyDelta(base)));
    return writeEntry(place, entryOf(locale, base, null));
  });
}

/**
 * Makes changed articles findable and removed ones disappear; safe to repeat.
 * @returns the new entry, and whether the delta has grown so large that a new base is due
 * @throws Error if no base was published before
 */
export function publishDelta(
  place: SearchPlace,
  locale: string,
  changedRecords: readonly SearchRecord[],
  removedKeys: readonly string[],
): Promise<{ readonly entry: SearchEntry; readonly baseIsDue: boolean }> {
  return inTurn(`${place.siteDir}/${locale}`, async () => {
    const base = await readJson<BaseState>(statePath(place, locale, "base"));
    if (base === null) throw new Error(`No search index was built for "${locale}" yet.`);
    const stored = await readJson<DeltaState>(statePath(place, locale, "delta"));
    const before = stored?.base === base.path ? stored : emptyDelta(base);
    const state = applyChange(before, base, changedRecords, removedKeys, recordHash);
    const index = await buildDelta(Object.values(state.changed), base);
    const path = `${locale}/delta-${index.hash}/`;
    const meta = path + index.meta;
    if (index.files.length > 0) await writeFolder(searchPath(place, path), index.files);
    await writeWhole(statePath(place, locale, "delta"), JSON.stringify(state));
    const ids = Object.values(index.ids).sort();
    const entry = await writeEntry(place, entryOf(locale, base, { state, path, meta, ids }));
    return { entry, baseIsDue: ids.length > DELTA_LIMIT };
  });
}

const turns = new Map<string, Promise<unknown>>();

/**
 * One change at a time for each locale of a site: each reads the state that the last one wrote.
 * @param name the site's folder and the locale.
 */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const last = turns.get(name) ?? Promise.resolve();
  const next = last.then(work, work);
  turns.set(name, next);
  return next;
}

async function writeBase(
  place: SearchPlace,
  locale: string,
  records: readonly SearchRecord[],
): Promise<BaseState> {
  const length = records.reduce((sum, record) => sum + lengthOf(record), 0);
  const averageLength = Math.round(length / Math.max(records.length, 1));
  const index = await buildIndex(records, averageLength);
  const words = JSON.stringify(lexiconOf(records, locale));
  const path = `${locale}/base-${index.hash}/`;
  const paths = {
    path,
    meta: path + index.meta,
    vocabulary: `${locale}/vocabulary-${hashText(words)}.json`,
  };
  await writeFolder(searchPath(place, paths.path), index.files);
  await writeWhole(searchPath(place, paths.vocabulary), words);
  const pages = records.map((r) => [r.key, { id: index.ids[r.key] ?? "", hash: recordHash(r) }]);
  return { ...paths, pages: Object.fromEntries(pages), averageLength };
}

/** The words of all articles, and for Chinese how else it may be written. */
function lexiconOf(records: readonly SearchRecord[], locale: string): PackedVocabulary {
  const counts = vocabularyOf(records);
  if (locale !== "zh") return packVocabulary(counts);
  const characters = new Set([...Object.keys(counts).join("")].filter((one) => HAN.test(one)));
  return packVocabulary(counts, { sounds: soundsOf(characters), folds: foldsOf(characters) });
}

/** Fragment ids are short hashes; a delta whose ids meet those of the base is built with a salt. */
async function buildDelta(records: readonly SearchRecord[], base: BaseState) {
  if (records.length === 0) return { files: [], ids: {}, meta: "", hash: "" };
  const taken = new Set(Object.values(base.pages).map((page) => page.id));
  for (let attempt = 0; ; attempt++) {
    const index = await buildIndex(records, base.averageLength, attempt === 0 ? "" : `+${attempt}`);
    if (!Object.values(index.ids).some((id) => taken.has(id))) return index;
  }
}

async function writeEntry(place: SearchPlace, entry: SearchEntry): Promise<SearchEntry> {
  await writeWhole(searchPath(place, `${entry.locale}/entry.json`), JSON.stringify(entry));
  return entry;
}

function emptyDelta(base: BaseState): DeltaState {
  return { base: base.path, changed: {}, removed: [] };
}

function searchPath(place: SearchPlace, path: string): string {
  return join(place.siteDir, "search", path);
}

function statePath(place: SearchPlace, locale: string, part: "base" | "delta"): string {
  return join(place.stateDir, `search-${locale}-${part}.json`);
}

function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
