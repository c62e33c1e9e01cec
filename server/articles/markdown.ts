import type { Nodes, Root } from "mdast";
import { remark } from "remark";
import type { Plugin } from "unified";
import { syntax } from "#content/syntax.ts";

const writer = remark().data("settings", {
  bullet: "-",
  // The other sign is none beside a letter, and in Chinese there are letters on both sides.
  emphasis: "*",
  listItemIndent: "one",
  rule: "-",
  fences: true,
});
for (const [plugin, options] of syntax) writer.use(plugin as Plugin<[object]>, options);
writer.freeze();

/** The Markdown of a tree, in the dialect of the site: what is text in the tree stays text. */
export function writeMarkdown(tree: Root): string {
  return writer.stringify(tree);
}

/** The tree of an article's Markdown, read as the site reads it. Any text is valid Markdown. */
export function readMarkdown(body: string): Root {
  return writer.parse(body);
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
