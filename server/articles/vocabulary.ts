import { normaliseWord } from "#src/search/normalise.ts";
import { stem } from "#src/search/stem.ts";
import { isStopWord } from "#src/search/words.ts";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const hasHan = /\p{Script=Han}/u;

/** The words of a text that say what it is about: Chinese as words, Latin words by their stem. */
export function contentWords(text: string): string[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => normaliseWord(segment))
    .filter((word) => word !== "" && !isStopWord(word, hasHan.test(word)))
    .map((word) => (hasHan.test(word) ? word : stem(word)));
}
