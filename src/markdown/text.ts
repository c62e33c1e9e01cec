import type { Nodes } from "hast";

const blocks = /^(?:p|li|tr|h[1-6]|pre|blockquote|aside|div|dt|dd|table|ul|ol|br)$/;

/** The words of a tree in reading order: one space between words, one between blocks. */
export function plainText(node: Nodes): string {
  return pieces(node).join("").replace(/\s+/g, " ").trim();
}

function pieces(node: Nodes): string[] {
  if (node.type === "text") return [node.value];
  if (!("children" in node)) return [];
  const inner = node.children.flatMap(pieces);
  if (node.type !== "element") return inner;
  if (/^t[dh]$/.test(node.tagName)) return [...inner, " "];
  return blocks.test(node.tagName) ? [" ", ...inner, " "] : inner;
}
