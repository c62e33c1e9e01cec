import type { Root, RootContent } from "mdast";
import { type SectionId, sectionIds, wording } from "./headings.ts";
import { wordsOf } from "./markdown.ts";

/** The blocks under each known heading, whichever language it is written in. */
export function sectionsIn(tree: Root): Partial<Record<SectionId, RootContent[]>> {
  const found: Partial<Record<SectionId, RootContent[]>> = {};
  let current: RootContent[] | undefined;
  for (const node of tree.children) {
    if (node.type === "heading" && node.depth <= 2) {
      const id = sectionOf(wordsOf(node));
      current = id ? (found[id] ?? []) : undefined;
      if (id) found[id] = current;
    } else current?.push(node);
  }
  return found;
}

function sectionOf(heading: string): SectionId | undefined {
  const words = heading.trim().toLowerCase();
  return sectionIds.find((id) =>
    Object.values(wording).some(({ sections }) => sections[id].toLowerCase() === words),
  );
}
