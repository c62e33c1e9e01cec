import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { plainText } from "./text.ts";

/** The box of a task is named by the task's words; as a picture of a state it would have no name. */
export function rehypeTasks() {
  return (tree: Root) => {
    visit(tree, "element", (item) => {
      if (item.tagName !== "li") return;
      const boxes = item.children.flatMap((child) => ("children" in child ? child.children : []));
      const box = [...item.children, ...boxes].find(isBox);
      if (box) box.properties.ariaLabel = plainText(item);
    });
  };
}

function isBox(node: { type: string }): node is Element {
  return node.type === "element" && (node as Element).tagName === "input";
}
