import type { Nodes, PhrasingContent } from "mdast";
import { joined } from "./importphrases.ts";
import type { Item, Means, Tag } from "./importtags.ts";

/** Without blank text and line breaks at either end. */
export function trimmed(words: PhrasingContent[]): PhrasingContent[] {
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

/** Emphasis around phrases, or nothing around none. */
export function wrapped(type: "strong" | "emphasis" | "delete", inside: Nodes[]): Nodes[] {
  const children = trimmed(joined(inside) as PhrasingContent[]);
  if (children.length === 0) return [];
  // Spaces inside the signs would keep them from being signs.
  const before: Nodes[] = /^\s/.test(firstText(inside)) ? [{ type: "text", value: " " }] : [];
  const after: Nodes[] = /\s$/.test(lastText(inside)) ? [{ type: "text", value: " " }] : [];
  return [...before, { type, children }, ...after];
}
const firstText = ([node]: Nodes[]): string => (node?.type === "text" ? node.value : "");
const lastText = (nodes: Nodes[]): string => firstText(nodes.slice(-1));

const digits = { sup: "⁰¹²³⁴⁵⁶⁷⁸⁹", sub: "₀₁₂₃₄₅₆₇₈₉" };

/** `m<sup>2</sup>` has signs of its own; other raised text is plain. */
export function raised(name: "sup" | "sub", inside: Nodes[]): Nodes[] {
  const [only] = inside;
  if (inside.length !== 1 || only?.type !== "text" || !/^\d+$/.test(only.value)) return inside;
  return [
    { type: "text", value: [...only.value].map((digit) => digits[name][Number(digit)]).join("") },
  ];
}

/** An `<img>`, if it names a file. */
export function picture(attributes: ReadonlyMap<string, string>): Nodes[] {
  const url = attributes.get("src")?.trim();
  return url ? [{ type: "image", url, alt: attributes.get("alt") ?? "" }] : [];
}

/** What pages may not embed becomes a link, if it has a web address. */
export function mediaLink({ name, attributes, children }: Tag, { say }: Means): Nodes[] {
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
export function textOf(items: readonly Item[]): string {
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

/** The language that highlighters name in a class. */
export function languageOf({ attributes, children }: Tag): string | undefined {
  const inner = children.find((child): child is Tag => "name" in child && child.name === "code");
  const names = `${attributes.get("class") ?? ""} ${inner?.attributes.get("class") ?? ""} ${attributes.get("lang") ?? ""}`;
  return /(?:lang(?:uage)?-)([\w+-]+)/.exec(names)?.[1];
}
