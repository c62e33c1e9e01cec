/** A text whose code is hidden, so that rules for prose cannot touch it. */
export type Masked = {
  text: string;
  /** Puts the code back; a block follows the indentation its line has by then. */
  unmask(text: string): string;
};

const open = "\ue000";
const close = "\ue001";
const fenceStart = /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}(?=[^`]*$)|~{3,})/;
// The length is bounded because a lone backtick would be searched for to the end of the text.
const inline = /(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n)[\s\S]){0,600}?[^`])\1(?!`)/g;

/** Hides fenced blocks and code spans. Private-use characters of the text itself are left out. */
export function mask(source: string): Masked {
  const hidden: string[][] = [];
  const hide = (lines: string[]): string => `${open}${hidden.push(lines) - 1}${close}`;
  const kept: string[] = [];
  const lines = source.replace(/[\ue000\ue001]/g, "").split("\n");
  for (let i = 0; i < lines.length; i += 1) {
    const start = fenceStart.exec(lines[i]!);
    if (!start) {
      kept.push(lines[i]!);
      continue;
    }
    const [, prefix = "", fence = ""] = start;
    let end = i + 1;
    while (end < lines.length && !closes(lines[end]!, fence)) end += 1;
    const block = lines.slice(i, end + 1);
    kept.push(
      prefix +
        hide(block.map((line, n) => (n === 0 ? line.slice(prefix.length) : undent(line, prefix)))),
    );
    i += block.length - 1;
  }
  return {
    text: kept.join("\n").replace(inline, (span) => hide([span])),
    unmask: (text) =>
      text
        .split("\n")
        .map((line) => restore(line, hidden))
        .join("\n"),
  };
}

function closes(line: string, fence: string): boolean {
  const mark = line.replace(/^[ \t>]*/, "").trimEnd();
  return mark.length >= fence.length && mark === fence.charAt(0).repeat(mark.length);
}

/** Takes off what the first line of the block has in front, as far as this line has it too. */
function undent(line: string, prefix: string): string {
  const quote = prefix.includes(">") ? /^[ \t>]*?>[ \t]?/.exec(line)?.[0] : undefined;
  if (quote !== undefined) return line.slice(quote.length);
  const blank = /^[ \t]*/.exec(line)![0].length;
  return line.slice(Math.min(blank, prefix.length));
}

const token = new RegExp(`${open}(\\d+)${close}`, "g");

function restore(line: string, hidden: string[][]): string {
  return line.replace(token, (_, n: string, at: number) => {
    const [first = "", ...rest] = hidden[Number(n)]!;
    if (rest.length === 0) return first;
    const prefix = line.slice(0, at).replace(/[^\s>]/g, " ");
    return [first, ...rest.map((part) => (prefix + part).trimEnd())].join("\n");
  });
}
