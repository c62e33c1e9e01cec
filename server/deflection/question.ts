/**
 * Which question a search was, without its words: the same for the same words in any order, width
 * and case. Made on the reader's device, so that no text of a search leaves it.
 */

/** @returns 16 hexadecimal digits. */
export function questionOf(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const cluster = [...new Set(words)].sort().join(" ");
  return hash(cluster, 0x811c9dc5) + hash(cluster, 0x2f0b4c47);
}

/** FNV-1a of 32 bits: it hides nothing from somebody who guesses the words, it only leaves them out. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}

/** The form in which it is stored. */
export const questionId = (question: string): bigint => BigInt.asIntN(64, BigInt(`0x${question}`));
