import type {
  BlockContent,
  Blockquote,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { calloutKinds } from "#content/syntax.ts";
import { calloutKind } from "./importkinds.ts";

/**
 * Turns quotations that are marked as notes (`> [!NOTE]`, `> **Tip:** …`) into callouts, and dissolves
 * containers that are none, keeping their title as a bold line.
 * @param source the Markdown the tree was read from.
 */
export function withCallouts(tree: Root, source: string): Root {
  return { ...tree, children: mapped(tree.children, source) as RootContent[] };
}

function mapped(nodes: readonly Nodes[], source: string): Nodes[] {
  return nodes.flatMap((node): Nodes[] => {
    if (node.type === "leafDirective" || node.type === "textDirective")
      return [asWritten(node, source)];
    if (!("children" in node)) return [node];
    const children = mapped(node.children as Nodes[], source);
    const inner = { ...node, children } as Nodes;
    if (inner.type === "blockquote") return [callout(inner) ?? inner];
    if (inner.type !== "containerDirective") return [inner];
    return isOurs(inner) ? [inner] : dissolved(inner);
  });
}

const isOurs = ({ name }: ContainerDirective): boolean =>
  (calloutKinds as readonly string[]).includes(name);

function asWritten(node: Nodes, source: string): Nodes {
  const text = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  const words: PhrasingContent = { type: "text", value: text };
  return node.type === "leafDirective" ? { type: "paragraph", children: [words] } : words;
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
