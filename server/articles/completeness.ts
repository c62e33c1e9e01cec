import { readMarkdown, wordsOf } from "./markdown.ts";

/** Headings with nothing under them, not even a smaller heading: what a writer still owes. */
export function emptySections(body: string): string[] {
  const { children } = readMarkdown(body);
  return children.flatMap((node, index) => {
    if (node.type !== "heading") return [];
    const next = children[index + 1];
    const isEmpty = !next || (next.type === "heading" && next.depth <= node.depth);
    return isEmpty ? [wordsOf(node)] : [];
  });
}
