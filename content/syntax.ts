/**
 * The Markdown dialect of the knowledge base: CommonMark, GitHub's tables and task lists,
 * and `:::note` callouts. Whoever reads or writes an article loads this list, so that a text
 * written by the promotion of a ticket is read back as the same tree by the site.
 */
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";

/** Footnotes and tables with single tildes left alone: `~` stands for "about" in Chinese texts. */
export const syntax = [
  [remarkGfm, { singleTilde: false }],
  [remarkDirective, {}],
] satisfies [plugin: (options: never) => unknown, options: object][];

/** The callouts that exist; any other directive is shown as the text it was written as. */
export const calloutKinds = ["note", "tip", "caution", "danger"] as const;
export type CalloutKind = (typeof calloutKinds)[number];
