import type { Root } from "hast";
import { visit } from "unist-util-visit";

/** The page's title is its only h1, so a `#` in the text becomes an h2. */
export function rehypeHeadingDepth() {
  return (tree: Root) => {
    visit(tree, "element", (node) => {
      if (node.tagName === "h1") node.tagName = "h2";
    });
  };
}
