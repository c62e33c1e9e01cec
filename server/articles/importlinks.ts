import type {
  Definition,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import type { Target } from "./importroutes.ts";

export type Addresses = {
  link(url: string): Target;
  /** The path of a picture from the article, or null where the source has no such file. */
  picture(url: string): string | null;
  say(remark: string): void;
};

/** Leads links and pictures to where they are here; links to nowhere become the words they stand on. */
export function withLinks(tree: Root, addresses: Addresses): Root {
  const definitions = new Map<string, Definition>();
  collect(tree.children, definitions);
  const anchors = anchorsOf(tree);
  return {
    ...tree,
    children: mapped(tree.children, { ...addresses, definitions, anchors }) as RootContent[],
  };
}

type Known = Addresses & {
  definitions: ReadonlyMap<string, Definition>;
  anchors: ReadonlyMap<string, string>;
};

function collect(nodes: readonly Nodes[], found: Map<string, Definition>): void {
  for (const node of nodes) {
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node);
    if ("children" in node) collect(node.children as Nodes[], found);
  }
}

function mapped(nodes: readonly Nodes[], known: Known): Nodes[] {
  return withoutAttributes(nodes).flatMap((node): Nodes[] => {
    if (node.type === "definition") return [];
    if (node.type === "image") return picture(node, known);
    if (node.type === "imageReference" || node.type === "linkReference")
      return reference(node, known);
    if (!("children" in node)) return [node];
    const children = tidy(mapped(namedLinks(node.children as Nodes[]), known), node.type);
    if (node.type === "paragraph" && children.length === 0) return [];
    const inner = { ...node, children } as Nodes;
    if (inner.type === "link") return link(inner, known);
    if (inner.type === "heading") return [withoutId(inner)];
    return [inner];
  });
}

/** A link that lost its words, which then stand on the next line, gets them back. */
function namedLinks(nodes: readonly Nodes[]): Nodes[] {
  const list = [...nodes];
  list.forEach((node, i) => {
    const next = list[i + 1];
    if (node.type !== "link" || node.children.length > 0 || next?.type !== "text") return;
    const [, words, rest = ""] = /^\n[ \t]*([^\n]+)([\s\S]*)$/.exec(next.value) ?? [];
    if (!words) return;
    list[i] = { ...node, children: [{ type: "text", value: words.trim() }] };
    list[i + 1] = { ...next, value: rest };
  });
  return list;
}

/** What was taken out of a paragraph may leave blanks at its beginning. */
function tidy(nodes: Nodes[], parent: string): Nodes[] {
  const [first, ...rest] = nodes;
  if (parent !== "paragraph" || first?.type !== "text") return nodes;
  const value = first.value.trimStart();
  return value === "" ? tidy(rest, parent) : [{ ...first, value }, ...rest];
}

function reference(node: LinkReference | ImageReference, known: Known): Nodes[] {
  const definition = known.definitions.get(node.identifier);
  const url = definition?.url ?? "";
  if (node.type === "imageReference") return picture({ type: "image", url, alt: node.alt }, known);
  const children = mapped(node.children, known) as PhrasingContent[];
  return link({ type: "link", url, title: definition?.title, children }, known);
}

function link(node: Link, { link: lead, anchors, say }: Known): Nodes[] {
  if (node.children.length === 0) return [];
  const target = lead(node.url);
  if (target.kind === "dead" || target.kind === "unsafe") {
    const why =
      target.kind === "dead"
        ? "leads to nothing that was imported"
        : "is of a kind that pages may not link to";
    say(`The link to ${short(node.url)} ${why}: its words were kept as text.`);
    return node.children;
  }
  if (!target.url.startsWith("#")) return [{ ...node, url: target.url }];
  const id = target.url.slice(1);
  return [{ ...node, url: `#${anchors.get(id) ?? (/\s/.test(id) ? slugOf(id) : id)}` }];
}

function picture(node: Image, { picture: find, say }: Known): Nodes[] {
  const url = find(node.url);
  if (url !== null) return [{ ...node, url }];
  const isRemote = /^(?:https?:)?\/\//i.test(node.url);
  say(
    isRemote
      ? `The picture at ${short(node.url)} lies on another site: it was replaced by a link.`
      : `The picture ${short(node.url)} is not in the folder: its description was kept as text.`,
  );
  const alt = (node.alt ?? "").trim();
  if (isRemote)
    return [
      {
        type: "link",
        url: node.url.replace(/^\/\//, "https://"),
        children: [{ type: "text", value: alt || short(node.url) }],
      },
    ];
  return alt === "" ? [] : [{ type: "emphasis", children: [{ type: "text", value: alt }] }];
}

const short = (url: string): string => (url.length > 120 ? `${url.slice(0, 119)}…` : url);

const attributes = /^[ \t]?\{(?:[:.#]|(?:target|rel|width|height|class|style|id)=)[^{}\n]*\}/;

/** `[text](url){.class}` and kramdown's `{: .class}` are for another program. */
function withoutAttributes(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node, i): Nodes[] => {
    if (node.type !== "text") return [node];
    const before = nodes[i - 1]?.type ?? "";
    let value = /^(?:link|linkReference|image|imageReference|inlineCode|strong|emphasis)$/.test(
      before,
    )
      ? node.value.replace(attributes, "")
      : node.value;
    value = value.replace(/(?:^|\n)\{[:.][^{}\n]*\}[ \t]*$/, "");
    return value === "" ? [] : [{ ...node, value }];
  });
}

const written = /\s*\{#([\w\u4e00-\u9fff.:-]+)\}\s*$|\s*\{(?:[:.])[^{}]*\}\s*$/;

function withoutId<T extends Nodes>(heading: T): T {
  const children = "children" in heading ? (heading.children as Nodes[]) : [];
  const last = children.at(-1);
  if (last?.type !== "text" || !written.test(last.value)) return heading;
  const value = last.value.replace(written, "");
  return {
    ...heading,
    children: [...children.slice(0, -1), ...(value === "" ? [] : [{ ...last, value }])],
  };
}

/** Ids that headings gave themselves → the ids they have here, which are made of their words. */
function anchorsOf({ children }: Root): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const node of children) {
    if (node.type !== "heading") continue;
    const words = text(node);
    const id = /\{#([^{}\s]+)\}\s*$/.exec(words)?.[1];
    if (id) anchors.set(id, slugOf(words.replace(written, "")));
  }
  return anchors;
}

const text = (node: Nodes): string =>
  "value" in node
    ? node.value
    : "children" in node
      ? (node.children as Nodes[]).map(text).join("")
      : "";
const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
