import type { Element, Root, RootContent } from "hast";
import { plainText } from "./text.ts";

/** A heading of the article, for the table of contents. `id` is the anchor without `#`. */
export type Heading = { depth: 2 | 3; id: string; text: string };

/** A piece of the article as search knows it: what stands under one heading. `id` is "" before the first. */
export type Section = { id: string; heading: string; text: string };

/** What a rendered article says about itself. `steps` is its first numbered list, for structured data. */
export type Outline = { headings: Heading[]; sections: Section[]; steps: string[] };

/** Collects the outline into `file.data.outline`; must run before anchors add their own signs. */
export function rehypeOutline() {
  return (tree: Root, file: { data: { astro?: { frontmatter: Record<string, unknown> } } }) => {
    const frontmatter = file.data.astro?.frontmatter;
    if (frontmatter) frontmatter.outline = outlineOf(tree);
  };
}

function outlineOf(tree: Root): Outline {
  const sections: { heading: Heading | undefined; nodes: RootContent[] }[] = [
    { heading: undefined, nodes: [] },
  ];
  for (const node of tree.children) {
    const heading = headingOf(node);
    if (heading) sections.push({ heading, nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  }
  return {
    headings: sections.flatMap(({ heading }) => heading ?? []),
    sections: sections
      .map(({ heading, nodes }) => ({
        id: heading?.id ?? "",
        heading: heading?.text ?? "",
        text: plainText({ type: "root", children: nodes }),
      }))
      .filter(({ id, text }) => id !== "" || text !== ""),
    steps: stepsOf(tree),
  };
}

function headingOf(node: RootContent): Heading | undefined {
  if (node.type !== "element" || !/^h[23]$/.test(node.tagName)) return undefined;
  const depth = node.tagName === "h2" ? 2 : 3;
  return { depth, id: String(node.properties.id ?? ""), text: plainText(node) };
}

function stepsOf(tree: Root): string[] {
  const list = tree.children.find(
    (node): node is Element => node.type === "element" && node.tagName === "ol",
  );
  return (list?.children ?? []).filter((item) => item.type === "element").map(plainText);
}
