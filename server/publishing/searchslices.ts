/**
 * Pagefind's files hold some hundred words each, and a question needs one file for every word. They
 * are cut smaller here, in the same format, so that a question loads little besides what it asks for.
 */
import { readCbor } from "#src/search/cbor.ts";
import { type ChunkRange, readMeta } from "#src/search/postings.ts";

/** Bytes of a slice before it is packed, unless one word alone needs more. */
const SLICE = 12_000;

/** A stretch of words with their pages. */
export interface Slice {
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
}

/** Cuts an unpacked `.pf_index` file, without its signature. */
export function slicePostings(bytes: Uint8Array, limit = SLICE): Slice[] {
  const cbor = readCbor(bytes);
  cbor.list();
  let left = cbor.list();
  const slices: Slice[] = [];
  while (left > 0) {
    const start = cbor.position();
    const from = skipWord(cbor);
    let [to, words] = [from, 1];
    for (left--; left > 0 && cbor.position() - start < limit; left--, words++) to = skipWord(cbor);
    const body = bytes.subarray(start, cbor.position());
    slices.push({ from, to, bytes: concat(listHead(1), listHead(words), body) });
  }
  return slices;
}

function skipWord(cbor: ReturnType<typeof readCbor>): string {
  const fields = cbor.list();
  const word = cbor.text();
  for (let field = 1; field < fields; field++) cbor.skip();
  return word;
}

/** A `.pf_meta` file of the same pages, with these files; it leaves out what the browser doesn't read. */
export function writeMeta(meta: Uint8Array, chunks: readonly ChunkRange[]): Uint8Array {
  const { ids } = readMeta(meta);
  return concat(
    listHead(3),
    text(""),
    listHead(ids.length),
    ...ids.flatMap((id) => [listHead(1), text(id)]),
    listHead(chunks.length),
    ...chunks.flatMap(({ from, to, file }) => [listHead(3), text(from), text(to), text(file)]),
  );
}

const listHead = (size: number): Uint8Array => head(4, size);

function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return concat(head(3, bytes.length), bytes);
}

function head(kind: number, size: number): Uint8Array {
  if (size < 24) return Uint8Array.of((kind << 5) | size);
  if (size < 0x100) return Uint8Array.of((kind << 5) | 24, size);
  if (size < 0x10000) return Uint8Array.of((kind << 5) | 25, size >> 8, size & 255);
  return Uint8Array.of(
    (kind << 5) | 26,
    size >>> 24,
    (size >> 16) & 255,
    (size >> 8) & 255,
    size & 255,
  );
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
