/**
 * Puts the search on the published site: a base index at a full build, a small delta after each
 * publishing. The entry file comes last, so that a reader has either the old search or the new one.
 */
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { SearchEntry, SearchRecord } from "#src/search/entry.ts";
import { type PackedVocabulary, packVocabulary } from "#src/search/vocabulary.ts";
import { readJson, writeFolder, writeWhole } from "./searchfiles.service.ts";
import { buildIndex, recordHash } from "./searchindex.service.ts";
import { lengthOf, vocabularyOf } from "./searchpage.ts";
import { foldsOf, soundsOf } from "./searchsounds.ts";
import {
  applyChange,
  type BaseState,
  type DeltaState,
  entryOf,
  type SearchState,
  sinceBase,
} from "./searchstate.ts";

/** Where the search of one site lives. */
export interface SearchPlace {
  /** The published site's root; files go to `<siteDir>/search/`. */
  readonly siteDir: string;
  /** A folder outside the site that keeps what the next delta needs. */
  readonly stateDir: string;
}

const HAN = /\p{Script=Han}/u;

/** From so many articles in the delta on a new base should be built in the background. */
const DELTA_LIMIT = 32;

/** Builds the index of all articles of a locale; replaces base and delta. */
export function publishBase(
  place: SearchPlace,
  locale: string,
  records: readonly SearchRecord[],
): Promise<SearchEntry> {
  return inTurn(`${place.siteDir}/${locale}`, async () => {
    const base = await buildBase(place, locale, records);
    await writeWhole(deltaPath(place, locale), JSON.stringify(emptyDelta(base)));
    return writeEntry(place, entryOf(locale, base, null));
  });
}

/** Builds an index that nobody asks yet; `replaceBase` puts it in the place of the one that is asked. */
export async function buildBase(
  place: SearchPlace,
  locale: string,
  records: readonly SearchRecord[],
): Promise<BaseState> {
  const base = await writeBase(place, locale, records);
  await writeWhole(basePath(place, base), JSON.stringify(base));
  return base;
}

/**
 * Puts an index that was built meanwhile in the place of the base; the delta keeps what it doesn't
 * know. One state file names the base, so that a kill leaves the old one or the new one.
 * @param recordsOf the records of articles that are neither in it as they are now nor in the delta.
 */
export function replaceBase(
  place: SearchPlace,
  locale: string,
  base: BaseState,
  recordsOf: (keys: readonly string[]) => Promise<SearchRecord[]>,
): Promise<SearchEntry> {
  return inTurn(`${place.siteDir}/${locale}`, async () => {
    const old = await searchState(place, locale);
    const { known, unknown, gone } = sinceBase(old, base, recordHash);
    const records = [...known, ...(await recordsOf(unknown))];
    const state = applyChange(emptyDelta(base), base, records, gone, recordHash);
    const { entry } = await writeDelta(place, locale, base, state);
    if (old.base.path !== base.path) await rm(basePath(place, old.base), { force: true });
    return entry;
  });
}

/** What is searched now. @throws Error if no base was published before */
export async function searchState(place: SearchPlace, locale: string): Promise<SearchState> {
  const delta = await readJson<DeltaState>(deltaPath(place, locale));
  const base = delta && (await readJson<BaseState>(basePath(place, { path: delta.base })));
  if (!delta || !base) throw new Error(`No search index was built for "${locale}" yet.`);
  return { base, delta };
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
    const { base, delta } = await searchState(place, locale);
    const state = applyChange(delta, base, changedRecords, removedKeys, recordHash);
    return writeDelta(place, locale, base, state);
  });
}

async function writeDelta(place: SearchPlace, locale: string, base: BaseState, state: DeltaState) {
  const index = await buildDelta(Object.values(state.changed), base);
  const path = `${locale}/delta-${index.hash}/`;
  const meta = path + index.meta;
  if (index.files.length > 0) await writeFolder(searchPath(place, path), index.files);
  await writeWhole(deltaPath(place, locale), JSON.stringify(state));
  const ids = Object.values(index.ids).sort();
  const entry = await writeEntry(place, entryOf(locale, base, { state, path, meta, ids }));
  return { entry, baseIsDue: ids.length > DELTA_LIMIT };
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

/** Names its base: the one file that says what is searched. */
const deltaPath = (place: SearchPlace, locale: string): string =>
  join(place.stateDir, `search-${locale}-delta.json`);

const basePath = (place: SearchPlace, { path }: Pick<BaseState, "path">): string =>
  join(place.stateDir, `search-${path.slice(0, -1).replace("/", "-")}.json`);

function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
