import type { BlockContent, ListItem, PhrasingContent } from "mdast";

/** Whose words they are decides about addresses: only an agent's become links. */
export type Writer = "customer" | "agent";

type Line =
  | { kind: "blank" }
  | { kind: "item"; ordinal: number | null; text: string }
  | { kind: "text"; indented: boolean; text: string };

type Block =
  | { kind: "paragraph"; lines: string[] }
  | { kind: "list"; start: number | null; items: string[][] };

/**
 * Plain text as blocks of a syntax tree: paragraphs with their line breaks, numbered and dotted
 * lines as lists. Nothing in it is taken for Markdown or HTML.
 */
export function plainBlocks(text: string, writer: Writer): BlockContent[] {
  return group(text.split(/\r\n?|\n|\u2028|\u2029/).map(lineOf)).map((block) => {
    if (block.kind === "paragraph")
      return { type: "paragraph", children: phrases(block.lines, writer) };
    const children = block.items.map(
      (lines): ListItem => ({
        type: "listItem",
        spread: false,
        children: [{ type: "paragraph", children: phrases(lines, writer) }],
      }),
    );
    const ordered = block.start !== null;
    return {
      type: "list",
      ordered,
      spread: false,
      children,
      ...(ordered && { start: block.start }),
    };
  });
}

const numbered =
  /^\(?(?<n>\d{1,2})(?:[.．)）:：](?:\s+|(?=\p{Script=Han}))|[、]\s*)|^[(（](?<n2>\d{1,2})[)）]\s*|^(?:step\s*(?<n3>\d{1,2})|第\s*(?<n4>\d{1,2}|[一二三四五六七八九十])\s*步)\s*[.:：、,，)]\s*/iu;
const circled = /^[①-⑳]\s*/;
const dotted = /^(?:[-*+]\s+|[•·‣▪●○–]\s*)/;

function lineOf(raw: string): Line {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no meaning in a text.
  const clean = raw.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").replace(/\t/g, " ");
  const text = clean.trim();
  if (text === "") return { kind: "blank" };
  const found = numbered.exec(text);
  const { n, n2, n3, n4 } = found?.groups ?? {};
  const number = n ?? n2 ?? n3 ?? n4;
  if (found && number) return item(ordinal(number), text.slice(found[0].length), text);
  if (circled.test(text)) return item(text.charCodeAt(0) - 0x245f, text.replace(circled, ""), text);
  if (dotted.test(text)) return item(null, text.replace(dotted, ""), text);
  return { kind: "text", indented: /^\s{2,}/.test(clean), text };
}

/** A marker with nothing behind it is just a text. */
const item = (n: number | null, rest: string, text: string): Line =>
  rest.trim() === ""
    ? { kind: "text", indented: false, text }
    : { kind: "item", ordinal: n, text: rest.trim() };

const ordinal = (text: string): number => {
  const han = "一二三四五六七八九十".indexOf(text);
  return han >= 0 ? han + 1 : Number(text);
};

function group(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let previous: Line = { kind: "blank" };
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.kind === "item") addItem(blocks, line.ordinal, line.text);
    else if (line.kind === "text" && continues(line, previous, last))
      linesOf(last!).push(line.text);
    else if (line.kind === "text") blocks.push({ kind: "paragraph", lines: [line.text] });
    previous = line;
  }
  return blocks;
}

/** Numbers that don't count on start a list of their own, so that none of them is changed. */
function addItem(blocks: Block[], ordinal: number | null, text: string): void {
  const last = blocks.at(-1);
  if (last?.kind === "list") {
    const next = last.start === null ? null : last.start + last.items.length;
    if (next === ordinal) {
      last.items.push([text]);
      return;
    }
  }
  blocks.push({ kind: "list", start: ordinal, items: [[text]] });
}

function continues(
  line: Line & { kind: "text" },
  previous: Line,
  last: Block | undefined,
): boolean {
  if (!last || previous.kind === "blank") return false;
  return last.kind === "paragraph" || line.indented;
}

const linesOf = (block: Block): string[] =>
  block.kind === "paragraph" ? block.lines : block.items.at(-1)!;

function phrases(lines: readonly string[], writer: Writer): PhrasingContent[] {
  return lines.flatMap((line, i): PhrasingContent[] => [
    ...(i > 0 ? [{ type: "break" } as const] : []),
    ...phrase(line, writer),
  ]);
}

const address =
  /((?:https?:\/\/|www\.)[^\s<>"'`，。；、！？（）“”《》]+|[-.\w+]+@[-\w]+(?:\.[-\w]+)+)/i;

/**
 * The site makes links of bare addresses even where they are escaped. A stranger's address must not
 * become one, so it stands as code.
 */
function phrase(text: string, writer: Writer): PhrasingContent[] {
  return text.split(address).flatMap((piece, i): PhrasingContent[] => {
    if (piece === "") return [];
    if (i % 2 === 0) return [{ type: "text", value: piece }];
    const [, url = piece, mark = ""] = /^(.+?)([.,;:!?]*|\)[.,;:!?]*)$/.exec(piece) ?? [];
    const value = { type: "text", value: url } as const;
    const isLink = writer === "agent" && URL.canParse(url) && /^https?:/i.test(url);
    return [
      isLink ? { type: "link", url, children: [value] } : { type: "inlineCode", value: url },
      ...(mark ? [{ type: "text", value: mark } as const] : []),
    ];
  });
}
