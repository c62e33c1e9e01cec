/**
 * The words of the index, and how Chinese is written by those who write it in another way: in
 * traditional characters, by sound in Latin letters, or with other characters of the same sound.
 */
import type { Vocabulary } from "./entry.ts";

export interface Lexicon {
  readonly counts: Vocabulary;
  /** Character → its syllable, without tone; empty where no article is Chinese. */
  readonly sounds: ReadonlyMap<string, string>;
  /** Traditional character → simplified. */
  readonly folds: ReadonlyMap<string, string>;
}

const WORD = /[a-z]{4,30}/gu;
const HAN_RUN = /\p{Script=Han}{2,}/gu;

/**
 * The text as the articles would write it; the same text where nothing is to be mended.
 * @param isKnown does any article hold this word or pair of characters?
 */
export function rewrite(
  text: string,
  lexicon: Lexicon,
  isKnown: (term: string) => boolean,
): string {
  if (lexicon.sounds.size === 0) return text;
  const plain = [...text].map((character) => lexicon.folds.get(character) ?? character).join("");
  const bySound = pairsBySound(lexicon);
  return plain
    .replace(HAN_RUN, (run) => sameSound(run, lexicon, bySound, isKnown))
    .replace(WORD, (word) => (isKnown(word) ? word : (spelledOut(word, lexicon, bySound) ?? word)));
}

/** Other characters that sound so, for each pair that no article holds and that has such a pair. */
function sameSound(
  run: string,
  { counts, sounds }: Lexicon,
  bySound: ReadonlyMap<string, string>,
  isKnown: (term: string) => boolean,
): string {
  let mended = run;
  for (let at = 0; at + 1 < run.length; at++) {
    const pair = run.slice(at, at + 2);
    if (counts[pair] !== undefined || isKnown(pair)) continue;
    const sound = `${sounds.get(pair[0]!)} ${sounds.get(pair[1]!)}`;
    const other = bySound.get(sound);
    if (other !== undefined) mended = mended.slice(0, at) + other + mended.slice(at + 2);
  }
  return mended;
}

/** `mima` → 密码, `wangjimima` → 忘记密码; null where two syllables are not a pair of the articles. */
function spelledOut(
  word: string,
  { sounds }: Lexicon,
  bySound: ReadonlyMap<string, string>,
): string | null {
  const syllables = cut(word, new Set(sounds.values()));
  if (syllables === null || syllables.length % 2 === 1) return null;
  const pairs = syllables.flatMap((left, at) =>
    at % 2 === 0 ? [`${left} ${syllables[at + 1]}`] : [],
  );
  const written = pairs.map((sound) => bySound.get(sound));
  return written.every((pair) => pair !== undefined) ? written.join("") : null;
}

/** The word as syllables, long ones first; null if it can't be read so. */
function cut(word: string, known: ReadonlySet<string>): string[] | null {
  if (word === "") return [];
  for (let length = Math.min(6, word.length); length > 0; length--) {
    const syllable = word.slice(0, length);
    const rest = known.has(syllable) ? cut(word.slice(length), known) : null;
    if (rest !== null) return [syllable, ...rest];
  }
  return null;
}

/** Of pairs that sound alike the most frequent. */
function pairsBySound({ counts, sounds }: Lexicon): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [pair, count] of Object.entries(counts)) {
    const [left, right, more] = [...pair].map((character) => sounds.get(character));
    if (left === undefined || right === undefined || more !== undefined) continue;
    const sound = `${left} ${right}`;
    const other = found.get(sound);
    if (other === undefined || count > counts[other]!) found.set(sound, pair);
  }
  return found;
}
