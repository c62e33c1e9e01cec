/**
 * Pagefind's index files as lists of pages. It stores where a word stands and how heavy; here every
 * word stands once on a page, and its weight is how much it says about that page.
 */
import { readCbor } from "./cbor.ts";

/** The pages that hold a term, by number, and in the same order what the term says of each. */
export interface Postings {
  readonly pages: Uint32Array;
  /** In steps of `IMPACT_STEP`. */
  readonly impacts: Uint8Array;
}

export const NO_POSTINGS: Postings = { pages: new Uint32Array(), impacts: new Uint8Array() };

/** A `.pf_index` file: its terms with their pages. */
export function readPostings(bytes: Uint8Array): Map<string, Postings> {
  const cbor = readCbor(bytes);
  const terms = new Map<string, Postings>();
  cbor.list();
  for (let left = cbor.list(); left > 0; left--) {
    const fields = cbor.list();
    const term = cbor.text();
    const count = cbor.list();
    const pages = new Uint32Array(count);
    const impacts = new Uint8Array(count);
    for (let index = 0, page = 0; index < count; index++) {
      const parts = cbor.list();
      page += cbor.number();
      pages[index] = page;
      impacts[index] = readImpact(cbor);
      for (let part = 2; part < parts; part++) cbor.skip();
    }
    for (let field = 2; field < fields; field++) cbor.skip();
    terms.set(term, { pages, impacts });
  }
  return terms;
}

/** The list of places, in which a weight stands as a negative number before the places it holds for. */
function readImpact(cbor: ReturnType<typeof readCbor>): number {
  let impact = 0;
  for (let left = cbor.list(); left > 0; left--) {
    const number = cbor.number();
    if (number < 0) impact = Math.max(impact, -1 - number);
  }
  return impact;
}

/** Which file holds which terms, in order. */
export interface ChunkRange {
  readonly from: string;
  readonly to: string;
  readonly file: string;
}

/** A `.pf_meta` file: the pages' fragment ids by number, and the files of the terms. */
export function readMeta(bytes: Uint8Array): { ids: string[]; chunks: ChunkRange[] } {
  const cbor = readCbor(bytes);
  cbor.list();
  cbor.skip();
  const ids = Array.from({ length: cbor.list() }, () => {
    const fields = cbor.list();
    const id = cbor.text();
    for (let field = 1; field < fields; field++) cbor.skip();
    return id;
  });
  const chunks = Array.from({ length: cbor.list() }, () => {
    cbor.list();
    return { from: cbor.text(), to: cbor.text(), file: cbor.text() };
  });
  return { ids, chunks };
}
