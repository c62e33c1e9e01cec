import type { Code, Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import {
  languageOf,
  mediaLink,
  picture,
  raised,
  textOf,
  trimmed,
  wrapped,
} from "./importelements.ts";
import { calloutKind } from "./importkinds.ts";
import { joined, phrasingIn } from "./importphrases.ts";
import { tableOf } from "./importtables.ts";
import { elements, type Item, type Means, type Tag } from "./importtags.ts";

const inlineParents = new Set([
  "heading",
  "tableCell",
  "emphasis",
  "strong",
  "delete",
  "link",
  "linkReference",
]);

/** Turns the raw HTML of a tree into Markdown's own nodes; what cannot be one is said and left out. */
export function withoutHtml(tree: Root, means: Means): Root {
  return { ...tree, children: blocksOf(tree.children, means) as RootContent[] };
}

/** Flow content: converts each node, then what the raw HTML between them encloses. */
function blocksOf(nodes: readonly Nodes[], means: Means): Nodes[] {
  const inner = nodes.flatMap((node) => converted(node, means));
  return inner.some(({ type }) => type === "html") ? flow(elements(inner), means) : inner;
}

function converted(node: Nodes, means: Means): Nodes[] {
  if (node.type === "code" && isStrayIndent(node, means)) {
    return blocksOf(means.read(node.value.replace(/^[ \t]+/gm, "")), means);
  }
  if (!("children" in node)) return [node];
  if (node.type === "paragraph" || inlineParents.has(node.type)) {
    const children = (node.children as Nodes[]).flatMap((child) => converted(child, means));
    const hasHtml = children.some(({ type }) => type === "html");
    if (node.type === "paragraph" && hasHtml) return flow(elements(children), means);
    const phrases = hasHtml ? joined(flatMixed(elements(children), means)) : children;
    return [
      { ...node, children: node.type === "tableCell" ? withoutBreaks(phrases) : phrases } as Nodes,
    ];
  }
  return [{ ...node, children: blocksOf(node.children, means) } as Nodes];
}

/**
 * Text that lost the component around it stands indented, which plain Markdown takes for code. Links
 * and tags give it away; MDX knows no such code at all. Only a fenced block has lines of its own
 * beside its value's.
 */
function isStrayIndent({ value, position }: Code, { isMdx }: Means): boolean {
  const lines = (position?.end.line ?? 0) - (position?.start.line ?? -1) + 1;
  if (lines !== value.split("\n").length) return false;
  return isMdx || /\]\((?:https?:|\/)/.test(value);
}

/** A cell is one line: its line breaks become punctuation. */
const withoutBreaks = (nodes: Nodes[]): Nodes[] =>
  joined(
    nodes.map((node) =>
      node.type === "break" ? ({ type: "paragraph", children: [] } as Nodes) : node,
    ),
  );

function flatMixed(items: readonly Item[], means: Means): Nodes[] {
  return items.flatMap((item) => nodesOf(item, means));
}

/** Blocks, with loose words between them gathered into paragraphs. */
export function flow(items: readonly Item[], means: Means): Nodes[] {
  const blocks: Nodes[] = [];
  let words: PhrasingContent[] = [];
  const flush = () => {
    const children = trimmed(words);
    if (children.length > 0) blocks.push({ type: "paragraph", children });
    words = [];
  };
  for (const node of flatMixed(items, means)) {
    if (phrasingIn(node)) words.push(node as PhrasingContent);
    else {
      flush();
      blocks.push(node);
    }
  }
  flush();
  return blocks;
}

function nodesOf(item: Item, means: Means): Nodes[] {
  if ("node" in item) return [item.node];
  if ("text" in item) return textNodes(item.text, means);
  return tagNodes(item, means);
}

/** Text between tags is read as Markdown, which is what authors mean by it. */
function textNodes(text: string, { read }: Means): Nodes[] {
  const lines = text.replace(/\n[ \t]+/g, "\n");
  if (lines.trim() === "") return lines === "" ? [] : [{ type: "text", value: " " }];
  const blocks = read(lines.trim());
  const only = blocks[0];
  if (blocks.length !== 1 || only?.type !== "paragraph") return blocks;
  const before: Nodes[] = /^\s/.test(lines) ? [{ type: "text", value: " " }] : [];
  const after: Nodes[] = /\s$/.test(lines) ? [{ type: "text", value: " " }] : [];
  return [...before, ...only.children, ...after];
}

const silent = new Set(
  "head title meta link base area col colgroup param track template wbr svg math noscript map".split(
    " ",
  ),
);
const unsafe = new Set("script style object embed applet frame frameset".split(" "));
const media = new Set("iframe video audio".split(" "));
const code = new Set("code kbd samp tt var".split(" "));
const wrapping: Record<string, "strong" | "emphasis" | "delete"> = {
  strong: "strong",
  b: "strong",
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  del: "delete",
  s: "delete",
  strike: "delete",
};
const blocks = new Set(
  "p div section article aside header footer main nav center address figure form fieldset body html details dl dd li picture tbody".split(
    " ",
  ),
);
function tagNodes(tag: Tag, means: Means): Nodes[] {
  const { name, attributes, children } = tag;
  const { say } = means;
  for (const key of attributes.keys())
    if (/^on[a-z]/.test(key) && name === name.toLowerCase())
      say(`Unsafe HTML was removed: ${key} of <${name}>.`);
  if (unsafe.has(name)) {
    say(`Unsafe HTML was removed: <${name}>.`);
    return [];
  }
  if (silent.has(name) || /^(?:input|select|textarea)$/.test(name)) return [];
  if (media.has(name)) return mediaLink(tag, means);
  if (name === "br") return [{ type: "break" }];
  if (name === "hr") return [{ type: "thematicBreak" }];
  if (name === "img") return picture(attributes);
  if (name === "a") return anchor(tag, means);
  if (code.has(name)) return inlineCode(tag, means);
  const wrap = wrapping[name];
  if (wrap) return wrapped(wrap, flatMixed(children, means));
  if (name === "sup" || name === "sub") return raised(name, flatMixed(children, means));
  if (/^h[1-6]$/.test(name))
    return [
      {
        type: "heading",
        depth: Number(name[1]) as 2,
        children: joined(flatMixed(children, means)) as PhrasingContent[],
      },
    ];
  if (name === "pre")
    return [
      { type: "code", lang: languageOf(tag), value: textOf(children).replace(/^\n|\s+$/g, "") },
    ];
  if (name === "blockquote")
    return [{ type: "blockquote", children: flow(children, means) } as Nodes];
  if (name === "ul" || name === "ol" || name === "menu") return [listOf(tag, means)];
  if (name === "table") return tableOf(tag, means, flow);
  if (/^(?:summary|dt|legend|caption)$/.test(name)) return titled("strong", tag, means);
  if (name === "figcaption") return titled("emphasis", tag, means);
  if (blocks.has(name)) return flow(children, means);
  if (/[A-Z]|[.-]/.test(name) && !/^[a-z]+$/.test(name)) return component(tag, means);
  return flatMixed(children, means);
}

function component(tag: Tag, means: Means): Nodes[] {
  const { name, attributes, children } = tag;
  const kind = calloutKind(name);
  if (kind)
    return [{ type: "containerDirective", name: kind, children: flow(children, means) } as Nodes];
  means.say(`The component ${name} is not known here: it was taken out, its text was kept.`);
  const src = attributes.get("src");
  if (src && /^(?:Image|Img|Picture)$/.test(name)) return picture(attributes);
  const label =
    children.length > 0
      ? ""
      : (attributes.get("text") ?? attributes.get("label") ?? attributes.get("title") ?? "");
  const inside = label === "" ? flatMixed(children, means) : textNodes(label, means);
  const href = attributes.get("href") ?? attributes.get("to");
  return href ? [{ type: "link", url: href, children: joined(inside) as never }] : inside;
}

const titled = (type: "strong" | "emphasis", { children }: Tag, means: Means): Nodes[] => {
  const inside = wrapped(type, flatMixed(children, means)) as PhrasingContent[];
  return inside.length === 0
    ? []
    : [{ type: "paragraph", children: trimmed(inside) } satisfies Paragraph];
};

function anchor({ attributes, children }: Tag, means: Means): Nodes[] {
  const inside = flatMixed(children, means);
  const url = attributes.get("href")?.trim();
  if (!url || inside.length === 0) return inside;
  const phrases = joined(inside).filter(({ type }) => type !== "link") as never[];
  return [{ type: "link", url, children: phrases }];
}

function inlineCode({ children }: Tag, means: Means): Nodes[] {
  const hasNodes = children.some((child) => "node" in child && child.node.type !== "text");
  if (hasNodes) return flatMixed(children, means);
  const value = textOf(children).replace(/\s+/g, " ").trim();
  return value === "" ? [] : [{ type: "inlineCode", value }];
}

function listOf({ name, attributes, children }: Tag, means: Means): Nodes {
  const items = children.filter((child): child is Tag => "name" in child);
  const start = Number(attributes.get("start") ?? 1);
  return {
    type: "list",
    ordered: name === "ol",
    start: name === "ol" && Number.isInteger(start) ? start : undefined,
    spread: false,
    children: items
      .map((item) => flow(item.name === "li" ? item.children : [item], means))
      .filter((content) => content.length > 0)
      .map((content) => ({ type: "listItem", spread: false, children: content })),
  } as Nodes;
}
