/**
 * One spelling for words that people write in several ways. Applied to single words of the index
 * and of the query alike, so that offsets into the original text stay those of the original text.
 */

/** Zero-width characters, soft hyphens and byte-order marks, which copying from pages brings along. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/** Straight and curly apostrophes, also the full-width one. */
const APOSTROPHE = /['\u2018\u2019\u02BC\uFF07]/gu;

/** Combining marks that are left after decomposition, so that `café` and `cafe` are one word. */
const MARK = /\p{M}/gu;

/** Folds width, case, invisible characters and accents of a word or a whole text. */
export function normalise(text: string): string {
  const folded = text.replace(INVISIBLE, "").normalize("NFKC").toLowerCase();
  return folded.normalize("NFD").replace(MARK, "").normalize("NFC");
}

/**
 * The form of one Latin word or number that is compared: `camera's` → `camera`, `don't` → `dont`,
 * `1,000` → `1000`, `2.4` → `2p4` (a full stop would be cut away by the index).
 */
export function normaliseWord(word: string): string {
  const plain = normalise(word).replace(APOSTROPHE, "'");
  if (/^\d[\d.,]*$/.test(plain)) return normaliseNumber(plain);
  return plain.replace(/'s$/, "").replaceAll("'", "");
}

function normaliseNumber(digits: string): string {
  const grouped = digits.replace(/,(?=\d{3}(?!\d))/g, "");
  return grouped.replace(/[.,]+$/, "").replace(/[.,]/g, "p");
}
