import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { plainText } from "./text.ts";

/**
 * A table or a block of code wider than a phone scrolls on its own instead of the page, and can
 * be scrolled by keyboard, for which it needs focus and a name.
 */
export function rehypeScrollable({ locale }: { locale: Locale }) {
  return (tree: Root) => {
    visit(tree, "element", (node, index, parent) => {
      if (node.tagName === "pre") node.properties.tabIndex = 0;
      // The empty corner of a table heads nothing.
      if (node.tagName === "th" && plainText(node) === "") node.tagName = "td";
      if (node.tagName !== "table" || !parent || index === undefined) return;
      parent.children[index] = frame(node, m.site_table_label({}, { locale }));
    });
  };
}

function frame(table: Element, label: string): Element {
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["table-scroll"], role: "group", ariaLabel: label, tabIndex: 0 },
    children: [table],
  };
}
