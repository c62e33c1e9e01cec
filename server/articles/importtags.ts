import type { Nodes, RootContent } from "mdast";
import { attributesOf } from "./importcomponents.ts";

/** A piece of a text with raw HTML in it: an element, text between tags, or a finished node. */
export type Item = Tag | { text: string } | { node: Nodes };
export type Tag = {
  /** Lower-case for HTML; as written for components. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: Item[];
};

/** What the conversion of a text may use. */
export type Means = {
  /** Is told what did not come along. */
  say(remark: string): void;
  /** Reads a piece of Markdown. */
  read(text: string): RootContent[];
  isMdx: boolean;
};

type Open = Tag & { raw: string };

const token =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<\/([A-Za-z][\w:.-]*)\s*>|<([A-Za-z][\w:.-]*)((?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?)>/g;

const voids = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** Elements with a meaning here; everything else in angle brackets is a component or plain words. */
const html = new Set(
  `${[...voids].join(" ")} a abbr article aside audio b big blockquote body button caption center cite code colgroup dd del details dfn div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header html i iframe ins kbd label legend li main mark math menu nav noscript object ol optgroup option p picture pre q s samp script section select small span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead tr tt u ul var video`.split(
    " ",
  ),
);

/** Tags further inside than this are taken for empty ones. */
const deepest = 100;

/** Names that people also write in brackets to stand for a value. */
const placeholders = new Set(
  "code label button object option select menu summary form header footer body head link source param input var".split(
    " ",
  ),
);

/** An opening tag that ends these, up to the nearest of `within`. */
const ends: Record<string, { ended: string[]; within: string[] }> = {
  li: { ended: ["li"], within: ["ul", "ol", "menu"] },
  dt: { ended: ["dt", "dd"], within: ["dl"] },
  dd: { ended: ["dt", "dd"], within: ["dl"] },
  tr: { ended: ["tr"], within: ["table"] },
  td: { ended: ["td", "th"], within: ["tr"] },
  th: { ended: ["td", "th"], within: ["tr"] },
  tbody: { ended: ["thead", "tbody"], within: ["table"] },
  p: { ended: ["p"], within: ["div", "td", "th", "li", "blockquote", "section"] },
};

/** Finds the elements in a row of siblings, of which some are raw HTML. Never fails: HTML has no errors. */
export function elements(nodes: readonly Nodes[]): Item[] {
  const root: Open = { name: "", raw: "", attributes: new Map(), children: [] };
  const stack = [root];
  const add = (item: Item) => stack.at(-1)!.children.push(item);
  for (const node of nodes) {
    if (node.type !== "html") add({ node });
    else read(node.value, stack, add);
  }
  while (stack.length > 1) leave(stack);
  return root.children;
}

function read(source: string, stack: Open[], add: (item: Item) => void): void {
  let at = 0;
  token.lastIndex = 0;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    if (match.index > at) add({ text: source.slice(at, match.index) });
    at = token.lastIndex;
    const [raw, closed, opened, attributes = ""] = match;
    if (closed) close(closed, raw, stack, add);
    else if (opened) {
      open(opened, raw, attributes, stack, add);
      const skip = /^(?:script|style)$/i.test(opened)
        ? source.slice(at).search(new RegExp(`</${opened}`, "i"))
        : -1;
      if (skip > 0) at = token.lastIndex = at + skip;
    }
  }
  if (at < source.length) add({ text: source.slice(at) });
}

const nameOf = (written: string): string =>
  html.has(written.toLowerCase()) ? written.toLowerCase() : written;

function open(
  written: string,
  raw: string,
  source: string,
  stack: Open[],
  add: (item: Item) => void,
): void {
  const name = nameOf(written);
  const tag: Open = {
    name,
    raw,
    attributes: attributesOf(source.replace(/\/$/, "")),
    children: [],
  };
  const rule = ends[name];
  if (rule) {
    const from = stack.findLastIndex((one) => rule.within.includes(one.name));
    const ended = stack.findIndex(
      (one, i) => i > Math.max(0, from) && rule.ended.includes(one.name),
    );
    while (ended > 0 && stack.length > ended) leave(stack);
  }
  if (stack.length > deepest || source.endsWith("/") || (voids.has(name) && !isPlaceholder(tag)))
    add(tag);
  else stack.push(tag);
}

function close(written: string, raw: string, stack: Open[], add: (item: Item) => void): void {
  const name = nameOf(written);
  const at = stack.findLastIndex((tag, i) => i > 0 && tag.name === name);
  if (name === "br") add({ name, attributes: new Map(), children: [] });
  if (at < 0) {
    if (!html.has(name) && !/^[A-Z]/.test(name)) add({ text: raw });
    return;
  }
  while (stack.length > at + 1) leave(stack);
  const { children, attributes } = stack.pop()!;
  stack.at(-1)!.children.push({ name, attributes, children });
}

/** A tag that nobody closed: words in brackets stay words, real elements end with their parent. */
function leave(stack: Open[]): void {
  const { raw, ...tag } = stack.pop()!;
  const parent = stack.at(-1)!.children;
  if (isPlaceholder({ ...tag, raw })) parent.push({ text: escapeMarkdown(raw) }, ...tag.children);
  else parent.push(tag);
}

function isPlaceholder({ name, attributes, raw }: Open): boolean {
  if (!html.has(name)) return !/=/.test(raw);
  return placeholders.has(name) && attributes.size === 0;
}

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>]/g, "\\$&");
