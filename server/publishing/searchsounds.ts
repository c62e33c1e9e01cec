/** What the browser needs to read Chinese that is written in another way than the articles are. */
import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";

const simplify = Converter({ from: "t", to: "cn" });

/** The 3,755 characters that everybody types, in the order of the first level of GB 2312. */
function commonCharacters(): string[] {
  const gbk = new TextDecoder("gbk");
  const rows = Array.from({ length: 0xd7 - 0xaf }, (_, row) => 0xb0 + row);
  const cells = Array.from({ length: 0xfe - 0xa0 }, (_, cell) => 0xa1 + cell);
  const text = rows.map((row) => gbk.decode(Uint8Array.from(cells.flatMap((cell) => [row, cell]))));
  return [...text.join("")].filter((character) => /\p{Script=Han}/u.test(character));
}

/**
 * Syllable without its tone → the characters read so.
 * @param characters those of the articles, beside the common ones
 */
export function soundsOf(characters: Iterable<string>): Record<string, string> {
  const all = [...new Set([...commonCharacters(), ...characters])];
  const syllables = pinyin(all.join(""), { toneType: "none", type: "array", v: true });
  const sounds = Map.groupBy(all, (_, at) => syllables[at] ?? "");
  return Object.fromEntries([...sounds].map(([syllable, read]) => [syllable, read.join("")]));
}

/** Traditional characters each followed by the simplified one, for those that articles hold. */
export function foldsOf(characters: Iterable<string>): string {
  const held = new Set(characters);
  const range = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) =>
    String.fromCharCode(0x4e00 + at),
  );
  return range
    .map((character) => [character, simplify(character)] as const)
    .filter(([traditional, simple]) => traditional !== simple && held.has(simple))
    .map((pair) => pair.join(""))
    .join("");
}
