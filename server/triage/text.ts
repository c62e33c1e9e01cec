import { foldScript } from "./script.ts";

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const apostrophe = /['\u2018\u2019\u02bc]/gu;
/** Addresses hold words nobody said; only what may stand in one is taken, for Chinese follows without a space. */
const address = /https?:\/\/[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+/g;
const paragraph = /\s*\n\s*\n\s*/g;
const blank = /[^\S\n]+|(?<!\n)\n(?!\n)/g;
const amongHan = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu;

/**
 * A text in the one spelling in which words are looked for: full-width and other forms of a character,
 * case and Chinese script are folded, what is invisible and addresses are gone, white space is one
 * space (none between Chinese characters), an empty line is one line break.
 */
export function foldText(text: string): string {
  const plain = text.replace(invisible, "").normalize("NFKC").toLowerCase();
  const words = foldScript(plain.replace(apostrophe, "'")).replace(address, " ");
  const spaced = words.replace(paragraph, "\n\n").replace(blank, " ").replaceAll("\n\n", "\n");
  return spaced.replace(amongHan, "").trim();
}
