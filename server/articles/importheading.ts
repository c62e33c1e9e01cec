/** A level-1 heading that opens a text, with the range of its lines. */
export type Heading = { text: string; start: number; end: number };

const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The first `#` heading outside code, in either of Markdown's spellings, or `<h1>`.
 * @returns null when the text has none.
 */
export function firstHeading(body: string): Heading | null {
  let at = 0;
  let open = "";
  let before: { text: string; start: number } | null = null;
  for (const line of body.split(/(?<=\n)/)) {
    const mark = fence.exec(line)?.[1] ?? "";
    if (mark !== "" && (open === "" || (mark.startsWith(open) && line.trim() === mark)))
      open = open === "" ? mark : "";
    else if (open === "") {
      const text = inLine(line);
      if (text) return { text: words(text), start: at, end: at + line.length };
      if (before && /^ {0,3}=+\s*$/.test(line))
        return { text: words(before.text), start: before.start, end: at + line.length };
    }
    before = open === "" && line.trim() !== "" && mark === "" ? { text: line, start: at } : null;
    at += line.length;
  }
  return null;
}

const inLine = (line: string): string | undefined =>
  /^ {0,3}#[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\r?\n?$/.exec(line)?.[1] ||
  /^\s*<h1[^>]*>(.+?)<\/h1>\s*$/i.exec(line)?.[1];

/** Without the signs of emphasis, code, links and ids. */
function words(text: string): string {
  return text
    .replace(/\s*\{[#:.][^}]*\}\s*$/, "")
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/(\*\*|__|`)(.+?)\1/g, "$2")
    .replace(/(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])/g, "$2")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
}
