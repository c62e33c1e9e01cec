import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { calloutKind } from "./importkinds.ts";
import { joined, phrasingIn } from "./importphrases.ts";
import { tableOf } from "./importtables.ts";
import { elements, type Item, type Tag } from "./importtags.ts";

/** What a conversion tells about things that did not come along. */
export type Say = (remark: string) => void;
/** Reads a piece of Markdown. */
export type Read = (text: string) => RootContent[];
export type Means = { say: Say; read: Read };

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

/** Without blank text and line breaks at either end. */
function trimmed(words: PhrasingContent[]): PhrasingContent[] {
  const blank = (node: PhrasingContent | undefined) =>
    node && (node.type === "break" || (node.type === "text" && node.value.trim() === ""));
  const list = [...words];
  while (blank(list[0])) list.shift();
  while (blank(list.at(-1))) list.pop();
  const first = list[0];
  if (first?.type === "text") list[0] = { ...first, value: first.value.trimStart() };
  const last = list.at(-1);
  if (last?.type === "text") list[list.length - 1] = { ...last, value: last.value.trimEnd() };
  return list;
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
const digits: Record<string, string> = { sup: "⁰¹²³⁴⁵⁶⁷⁸⁹", sub: "₀₁₂₃₄₅₆₇₈₉" };

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
  if (digits[name]) return raised(name, flatMixed(children, means));
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

function wrapped(type: "strong" | "emphasis" | "delete", inside: Nodes[]): Nodes[] {
  const children = trimmed(joined(inside) as PhrasingContent[]);
  if (children.length === 0) return [];
  // Spaces inside the signs would keep them from being signs.
  const before: Nodes[] = /^\s/.test(firstText(inside)) ? [{ type: "text", value: " " }] : [];
  const after: Nodes[] = /\s$/.test(lastText(inside)) ? [{ type: "text", value: " " }] : [];
  return [...before, { type, children }, ...after];
}
const firstText = ([node]: Nodes[]): string => (node?.type === "text" ? node.value : "");
const lastText = (nodes: Nodes[]): string => firstText(nodes.slice(-1));

const titled = (type: "strong" | "emphasis", { children }: Tag, means: Means): Nodes[] => {
  const inside = wrapped(type, flatMixed(children, means)) as PhrasingContent[];
  return inside.length === 0
    ? []
    : [{ type: "paragraph", children: trimmed(inside) } satisfies Paragraph];
};

function raised(name: string, inside: Nodes[]): Nodes[] {
  const [only] = inside;
  if (inside.length !== 1 || only?.type !== "text" || !/^\d+$/.test(only.value)) return inside;
  return [
    { type: "text", value: [...only.value].map((digit) => digits[name]![Number(digit)]).join("") },
  ];
}

function anchor({ attributes, children }: Tag, means: Means): Nodes[] {
  const inside = flatMixed(children, means);
  const url = attributes.get("href")?.trim();
  if (!url || inside.length === 0) return inside;
  const phrases = joined(inside).filter(({ type }) => type !== "link") as never[];
  return [{ type: "link", url, children: phrases }];
}

function picture(attributes: ReadonlyMap<string, string>): Nodes[] {
  const url = attributes.get("src")?.trim();
  return url ? [{ type: "image", url, alt: attributes.get("alt") ?? "" }] : [];
}

function mediaLink({ name, attributes, children }: Tag, { say }: Means): Nodes[] {
  const source = children.find((child): child is Tag => "name" in child && child.name === "source");
  const url = (attributes.get("src") ?? source?.attributes.get("src") ?? "").replace(
    /^\/\//,
    "https://",
  );
  if (!/^https?:\/\//i.test(url)) {
    say(`Unsafe HTML was removed: <${name}>.`);
    return [];
  }
  say(`What <${name}> showed is a link now: ${url}`);
  const text = attributes.get("title") || url;
  return [
    {
      type: "paragraph",
      children: [{ type: "link", url, children: [{ type: "text", value: text }] }],
    },
  ];
}

function inlineCode({ children }: Tag, means: Means): Nodes[] {
  const hasNodes = children.some((child) => "node" in child && child.node.type !== "text");
  if (hasNodes) return flatMixed(children, means);
  const value = textOf(children).replace(/\s+/g, " ").trim();
  return value === "" ? [] : [{ type: "inlineCode", value }];
}

const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
};

/** The words of an element as they stand, for code. */
function textOf(items: readonly Item[]): string {
  return items
    .map((item) => {
      if ("text" in item)
        return item.text.replace(
          /&(amp|lt|gt|quot|apos|nbsp|#39);/g,
          (_, name: string) => named[name]!,
        );
      if ("node" in item) return "value" in item.node ? item.node.value : "";
      return item.name === "br" ? "\n" : textOf(item.children);
    })
    .join("");
}

function languageOf({ attributes, children }: Tag): string | undefined {
  const inner = children.find((child): child is Tag => "name" in child && child.name === "code");
  const names = `${attributes.get("class") ?? ""} ${inner?.attributes.get("class") ?? ""} ${attributes.get("lang") ?? ""}`;
  return /(?:lang(?:uage)?-)([\w+-]+)/.exec(names)?.[1];
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
