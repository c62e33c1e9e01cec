/**
 * A text as the patterns see it, with the way back to the input: character `i` of `text` stands for
 * the input from `starts[i]` up to `ends[i]` (UTF-16 offsets). One character may stand for many.
 */
export type Folded = { text: string; starts: number[]; ends: number[] };

/** Stands for something already decided: a finding, a placeholder, a number that may stay. */
export const mark = "\uE000";

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const digit = /\p{Nd}/u;
const marks = {
  "＠": "@",
  "．": ".",
  "－": "-",
  "＋": "+",
  "＿": "_",
  "：": ":",
  "＝": "=",
  "＃": "#",
};
const moreMarks = {
  "（": "(",
  "）": ")",
  "？": "?",
  "＆": "&",
  "／": "/",
  "％": "%",
  "\u3000": " ",
};
const folds = new Map(Object.entries({ ...marks, ...moreMarks, "\u00a0": " ", [mark]: "\ufffd" }));

/**
 * Digits of every script and full-width letters become ASCII, dashes a hyphen; what is invisible is
 * left out, so that nothing hides a number. Sentence marks stay: they end a password, "," may not.
 */
export function fold(input: string): Folded {
  const folded: Folded = { text: "", starts: [], ends: [] };
  let at = 0;
  for (const character of input) {
    const end = at + character.length;
    for (const unit of foldOne(character)) {
      folded.text += unit;
      folded.starts.push(at);
      folded.ends.push(end);
    }
    at = end;
  }
  return folded;
}

function foldOne(character: string): string[] {
  if (character < "\u0080" || invisible.test(character))
    return character < "\u0080" ? [character] : [];
  const known = folds.get(character);
  if (known) return [known];
  if (/[\u2010-\u2015\u2212]/.test(character)) return ["-"];
  if (digit.test(character)) return [decimal(character)];
  if (/[Ａ-Ｚａ-ｚ]/.test(character)) return [character.normalize("NFKC")];
  return character.split("");
}

/** Every script's ten digits lie side by side, so the value is the distance to the first of a block. */
function decimal(character: string): string {
  const ascii = character.normalize("NFKC");
  if (/^\d$/.test(ascii)) return ascii;
  const point = character.codePointAt(0)!;
  let zero = point;
  while (point - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

/** Replaces characters `from` to `to` by one mark that stands for all they stood for. */
export function collapse({ text, starts, ends }: Folded, from: number, to: number): Folded {
  return {
    text: text.slice(0, from) + mark + text.slice(to),
    starts: [...starts.slice(0, from), starts[from]!, ...starts.slice(to)],
    ends: [...ends.slice(0, from), ends[to - 1]!, ...ends.slice(to)],
  };
}
