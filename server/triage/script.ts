import { traditional } from "./scripttable.ts";

/** Traditional Chinese characters as simplified ones; everything else as it is. */
export const foldScript = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => traditional.get(character) ?? character);
