import type { Nodes, Root } from "mdast";
import { remark } from "remark";
import cjkFriendly from "remark-cjk-friendly/serializeOnly";
import type { Plugin } from "unified";
import { syntax } from "#content/syntax.ts";

/** Writes so that any parser of CommonMark reads bold and italics as such, with references if need be. */
const careful = dialect();
/** Trusts that Chinese punctuation doesn't end them, and is wrong about some Latin. */
const plain = dialect().use(cjkFriendly);

function dialect() {
  const writer = remark().data("settings", {
    bullet: "-",
    // The other sign is none beside a letter, and in Chinese there are letters on both sides.
    emphasis: "*",
    listItemIndent: "one",
    rule: "-",
    fences: true,
  });
  for (const [plugin, options] of syntax) writer.use(plugin as Plugin<[object]>, options);
  return writer;
}

/** The Markdown of a tree, in the dialect of the site: what is text in the tree stays text. */
export function writeMarkdown(tree: Root): string {
  const safe = careful.stringify(tree);
  const legible = plain.stringify(tree);
  return legible === safe || says(legible) === says(safe) ? legible : safe;
}

/** What a text is read as, wherever in the text it stands. */
const says = (text: string): string =>
  JSON.stringify(careful.parse(text), (key, value) => (key === "position" ? undefined : value));

/** The tree of an article's Markdown, read as the site reads it. Any text is valid Markdown. */
export function readMarkdown(body: string): Root {
  return careful.parse(body);
}

/** The words a reader sees in a node, one line per block; addresses of links are not among them. */
export function wordsOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "break") return "\n";
  if (!("children" in node)) return "alt" in node ? (node.alt ?? "") : "";
  const blocks = node.children.some(({ type }) => blockTypes.has(type));
  return node.children.map(wordsOf).join(blocks ? "\n" : "");
}

const blockTypes = new Set([
  "paragraph",
  "heading",
  "list",
  "listItem",
  "blockquote",
  "code",
  "table",
  "tableRow",
  "tableCell",
  "containerDirective",
  "leafDirective",
  "html",
]);
