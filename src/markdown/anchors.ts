import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { plainText } from "./text.ts";

/** Puts a link to itself after each h2 and h3, so that a step can be sent to somebody. */
export function rehypeAnchors({ locale }: { locale: Locale }) {
  return (tree: Root) => {
    visit(tree, "element", (node) => {
      const id = node.properties.id;
      if (!/^h[23]$/.test(node.tagName) || typeof id !== "string" || id === "") return;
      // The heading of footnotes is for screen readers only.
      if (id === "footnote-label") return;
      node.children.push(anchor(id, m.site_anchor_label({ heading: plainText(node) }, { locale })));
    });
  };
}

function anchor(id: string, label: string): Element {
  return {
    type: "element",
    tagName: "a",
    properties: { className: ["anchor"], href: `#${id}`, ariaLabel: label },
    children: [{ type: "text", value: "#" }],
  };
}
