import type { Paragraph, PhrasingContent, Root } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type {} from "mdast-util-to-hast";
import { SKIP, visit } from "unist-util-visit";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { type CalloutKind, calloutKinds } from "../../content/syntax.ts";

const titles: Record<CalloutKind, (o: object, options: { locale: Locale }) => string> = {
  note: m.site_callout_note,
  tip: m.site_callout_tip,
  caution: m.site_callout_caution,
  danger: m.site_callout_danger,
};

/** Turns `:::note` … `:::danger` into a note with a title; any other container keeps its content. */
export function remarkCallouts({ locale }: { locale: Locale }) {
  return (tree: Root) => {
    visit(tree, "containerDirective", (node, index, parent) => {
      if (!parent || index === undefined) return;
      if (isKind(node.name)) {
        toNote(node, node.name, locale);
        return;
      }
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    });
  };
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
