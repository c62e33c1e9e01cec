/**
 * Builds search indexes with Pagefind's Node API. Its process starts with the first index and stays,
 * so that the index of one changed article takes some 30 ms.
 */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import * as pagefind from "pagefind";
import { INDEX_LANGUAGE } from "#src/search/engine.ts";
import type { SearchRecord } from "#src/search/entry.ts";
import { readMeta } from "#src/search/postings.ts";
import { searchPage } from "./searchpage.ts";
import { slicePostings, writeMeta } from "./searchslices.ts";

/** A file to be written; the path is relative to the index's own folder. */
export interface IndexFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface BuiltIndex {
  readonly files: readonly IndexFile[];
  /** Fragment id of each record, by key. */
  readonly ids: Readonly<Record<string, string>>;
  /** Path of its table of contents. */
  readonly meta: string;
  /** Over all paths and bytes. */
  readonly hash: string;
}

const META = /\.pf_meta$/;
const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;
const SIGNATURE = "pagefind_dcd";

/**
 * An index of these records.
 * @param averageLength terms of an average article, from `lengthOf`
 * @param salt goes into the fragment ids; a different one is needed when ids clash with another index
 * @throws Error with Pagefind's message when it refuses a page
 */
export async function buildIndex(
  records: readonly SearchRecord[],
  averageLength: number,
  salt = "",
): Promise<BuiltIndex> {
  const sorted = [...records].sort((a, b) => (a.key < b.key ? -1 : 1));
  const byUrl = new Map(sorted.map((record) => [pageUrl(record, salt), record]));
  const pages = [...byUrl].map(([url, record]) => ({
    url,
    content: searchPage(record, averageLength),
  }));
  const ids: Record<string, string> = {};
  const output = await run(pages);
  const fragments = output.flatMap((file) => {
    const id = FRAGMENT.exec(file.path)?.[1];
    if (id === undefined) return [];
    const { bytes, record } = withRecord(file.bytes, byUrl);
    ids[record.key] = id;
    return [{ path: file.path, bytes }];
  });
  const files = [...fragments, ...sliced(output)];
  const meta = files.find(({ path }) => META.test(path))?.path ?? "";
  return { files, ids, meta, hash: hashOf(files) };
}

/** The words in files small enough to be loaded one for each word of a question. */
function sliced(output: readonly IndexFile[]): IndexFile[] {
  const meta = output.find(({ path }) => META.test(path));
  if (meta === undefined) return [];
  const { chunks } = readMeta(unpacked(meta.bytes));
  const byPath = new Map(output.map(({ path, bytes }) => [path, bytes]));
  const slices = chunks.flatMap(({ file }) =>
    slicePostings(unpacked(byPath.get(`index/${file}.pf_index`)!)),
  );
  const ranges = slices.map(({ from, to }, at) => ({ from, to, file: String(at) }));
  return [
    { path: meta.path, bytes: packed(writeMeta(unpacked(meta.bytes), ranges)) },
    ...slices.map(({ bytes }, at) => ({ path: `index/${at}.pf_index`, bytes: packed(bytes) })),
  ];
}

function unpacked(bytes: Uint8Array): Uint8Array {
  return gunzipSync(bytes).subarray(SIGNATURE.length);
}

function packed(bytes: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([Buffer.from(SIGNATURE), bytes]), { level: 9 });
}

/** Ends Pagefind's process; the next index starts another. */
export async function closeIndexer(): Promise<void> {
  await pagefind.close();
}

/** The record's own hash is in the address, so that every change gets a fragment id of its own. */
function pageUrl(record: SearchRecord, salt: string): string {
  return `${record.key}@${recordHash(record)}${salt}`;
}

/** Changes with everything that is indexed or shown. */
export function recordHash(record: SearchRecord): string {
  return shortHash(createHash("sha256").update(JSON.stringify(record)));
}

async function run(pages: readonly { url: string; content: string }[]): Promise<IndexFile[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: INDEX_LANGUAGE });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  try {
    for (const page of pages) refuse((await index.addHTMLFile(page)).errors);
    const output = await index.getFiles();
    refuse(output.errors);
    return output.files.map(({ path, content }) => ({ path, bytes: content }));
  } finally {
    await index.deleteIndex();
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
}

/**
 * Replaces the terms in a fragment by the record itself: terms are for finding, the record is what
 * ranking and the reader need, and the browser loads only one file.
 */
function withRecord(bytes: Uint8Array, byUrl: ReadonlyMap<string, SearchRecord>) {
  const fragment = JSON.parse(textOf(unpacked(bytes))) as { url: string };
  const record = byUrl.get(fragment.url);
  if (record === undefined) throw new Error(`Pagefind gave an unknown page: ${fragment.url}`);
  return { record, bytes: packed(Buffer.from(JSON.stringify({ record }))) };
}

function hashOf(files: readonly IndexFile[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return shortHash(hash);
}

function shortHash(hash: ReturnType<typeof createHash>): string {
  return hash.digest("hex").slice(0, 12);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}
