import type {
  BlockContent,
  Blockquote,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { calloutKinds } from "#content/syntax.ts";
import { calloutKind } from "./importkinds.ts";

/**
 * Turns quotations that are marked as notes (`> [!NOTE]`, `> **Tip:** …`) into callouts, and dissolves
 * containers that are none, keeping their title as a bold line.
 * @param source the Markdown the tree was read from.
 */
export function withCallouts(tree: Root, source: string, say: (remark: string) => void): Root {
  return { ...tree, children: mapped(tree.children, { source, say }) as RootContent[] };
}

type Given = { source: string; say(remark: string): void };

function mapped(nodes: readonly Nodes[], given: Given): Nodes[] {
  return nodes.flatMap((node): Nodes[] => {
    if (node.type === "leafDirective") return leaf(node, given);
    if (!("children" in node)) return [node];
    const children = mapped(node.children as Nodes[], given);
    const inner = { ...node, children } as Nodes;
    if (inner.type === "blockquote") return [callout(inner) ?? inner];
    if (inner.type !== "containerDirective") return [inner];
    return isOurs(inner) ? [inner] : dissolved(inner);
  });
}

const isOurs = ({ name }: ContainerDirective): boolean =>
  (calloutKinds as readonly string[]).includes(name);

/** `::video[Title]{#id}` is for another program; `::name` alone may just be words. */
function leaf(node: LeafDirective, { source, say }: Given): Nodes[] {
  const { name, children, attributes, position } = node;
  if (children.length === 0 && Object.keys(attributes ?? {}).length === 0) {
    const value = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
    return [{ type: "paragraph", children: [{ type: "text", value }] }];
  }
  say(`The component ${name} is not known here: it was taken out, its text was kept.`);
  return children.length === 0 ? [] : [{ type: "paragraph", children }];
}

function dissolved({ children }: ContainerDirective): Nodes[] {
  return children.map((child): Nodes => {
    if (child.type !== "paragraph" || child.data?.directiveLabel !== true) return child;
    return { type: "paragraph", children: [{ type: "strong", children: child.children }] };
  });
}

/** The note that a quotation is, if its first words say so. */
function callout(quote: Blockquote): ContainerDirective | null {
  const [first, ...rest] = quote.children;
  if (first?.type !== "paragraph") return null;
  const found = alert(first) ?? boldLabel(first);
  if (!found) return null;
  const body: BlockContent[] =
    found.words.length > 0 ? [{ type: "paragraph", children: found.words }] : [];
  const content = [...body, ...(rest as BlockContent[])];
  if (content.length === 0) return null;
  const label: Paragraph[] = found.title
    ? [
        {
          type: "paragraph",
          data: { directiveLabel: true } as never,
          children: [{ type: "text", value: found.title }],
        },
      ]
    : [];
  return { type: "containerDirective", name: found.kind, children: [...label, ...content] };
}

type Found = { kind: string; title: string; words: PhrasingContent[] };

/** Our callouts have a name of their own in each language; these words say more than it does. */
const telling = /^(?:important|重要|重要提示|注意事项|question|example|success|成功|bug)$/i;
const titleOf = (name: string, given: string): string =>
  given || (telling.test(name.trim()) ? capital(name.trim()) : "");
const capital = (word: string): string =>
  /^[A-Z]+$/.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;

/** `> [!WARNING]` of GitHub and Microsoft, `> [!note] Title` of Obsidian. */
function alert({ children }: Paragraph): Found | null {
  const [first, ...rest] = children;
  const match =
    first?.type === "text" ? /^\[!([\w-]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/.exec(first.value) : null;
  if (!match || first?.type !== "text") return null;
  const [whole, name = "", line = ""] = match;
  const kind = calloutKind(name) ?? "note";
  const remainder = first.value.slice(whole.length);
  // A title is a short line of its own; anything else on the line belongs to the text.
  const isTitle = whole.endsWith("\n") && line !== "" && line.length <= 60;
  const text =
    isTitle || line === "" ? remainder : `${line}${whole.endsWith("\n") ? "\n" : ""}${remainder}`;
  return { kind, title: titleOf(name, isTitle ? line : ""), words: leading(text, rest) };
}

/** `> **Note:** …` and `> **提示：** …`. */
function boldLabel({ children }: Paragraph): Found | null {
  const [first, ...rest] = children;
  if (first?.type !== "strong" || first.children.length !== 1 || first.children[0]?.type !== "text")
    return null;
  const match =
    /^([^:：{}]{1,24}?)\s*[:：]?\s*(?:\{\s*title=["']?([^"'}]*)["']?\s*\})?\s*[:：]?$/.exec(
      first.children[0].value,
    );
  const next = rest[0];
  const follows = next?.type === "text" ? next.value : "";
  const isLabel =
    /[:：]\s*(?:\{[^}]*\})?$/.test(first.children[0].value) ||
    /^\s*(?:[:：\n]|$)/.test(follows) ||
    next?.type === "break";
  const kind = match && isLabel ? calloutKind(match[1]!) : undefined;
  if (!kind) return null;
  const title = titleOf(match![1]!, (match![2] ?? "").trim());
  if (next?.type === "break") return { kind, title, words: leading("", rest.slice(1)) };
  const text = follows.replace(/^[\s:：]+/, "");
  return { kind, title, words: next?.type === "text" ? leading(text, rest.slice(1)) : rest };
}

const leading = (text: string, rest: PhrasingContent[]): PhrasingContent[] => {
  const words = text.replace(/^\s+/, "");
  if (words !== "") return [{ type: "text", value: words }, ...rest];
  return rest[0]?.type === "break" ? rest.slice(1) : rest;
};
