import type { BlockContent, Paragraph, PhrasingContent, Root } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import type {} from "mdast-util-to-hast";
import { SKIP, visit } from "unist-util-visit";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { type CalloutKind, calloutKinds } from "../../content/syntax.ts";

type Directive = ContainerDirective | LeafDirective | TextDirective;

const titles: Record<CalloutKind, (o: object, options: { locale: Locale }) => string> = {
  note: m.site_callout_note,
  tip: m.site_callout_tip,
  caution: m.site_callout_caution,
  danger: m.site_callout_danger,
};

/**
 * Turns `:::note` … `:::danger` into a note with a title, and every other directive back into
 * its source: "9:30am" or "状态:ok" must not lose words because a colon stands before a letter.
 */
export function remarkCallouts({ locale }: { locale: Locale }) {
  return (tree: Root, file: { value: unknown }) => {
    visit(tree, (node, index, parent) => {
      if (!isDirective(node) || !parent || index === undefined) return;
      if (node.type === "containerDirective" && isKind(node.name)) {
        toNote(node, node.name, locale);
        return;
      }
      parent.children.splice(index, 1, ...asWritten(node, String(file.value)));
      return [SKIP, index];
    });
  };
}

function isDirective(node: { type: string }): node is Directive {
  return node.type.endsWith("Directive");
}

function isKind(name: string): name is CalloutKind {
  return (calloutKinds as readonly string[]).includes(name);
}

function toNote(node: ContainerDirective, kind: CalloutKind, locale: Locale) {
  const label = node.children[0];
  const labelled = label?.type === "paragraph" && label.data?.directiveLabel === true;
  const title: PhrasingContent[] = labelled
    ? label.children
    : [{ type: "text", value: titles[kind]({}, { locale }) }];
  const heading: Paragraph = {
    type: "paragraph",
    data: { hProperties: { className: ["callout-title"] } },
    children: title,
  };
  node.children = [heading, ...node.children.slice(labelled ? 1 : 0)];
  const className = ["callout", `callout-${kind}`];
  node.data = { hName: "div", hProperties: { className, role: "note" } };
}

/** A container keeps its content; the fence lines themselves are dropped. */
function asWritten(node: Directive, source: string): (BlockContent | PhrasingContent)[] {
  if (node.type === "containerDirective") return node.children as BlockContent[];
  const { start, end } = node.position ?? {};
  const text = source.slice(start?.offset ?? 0, end?.offset ?? 0);
  if (node.type === "textDirective") return [{ type: "text", value: text }];
  return [{ type: "paragraph", children: [{ type: "text", value: text }] }];
}
