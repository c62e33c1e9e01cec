/**
 * The Markdown dialect of the knowledge base: CommonMark, GitHub's tables and task lists,
 * and `:::note` callouts. Whoever reads or writes an article loads this list, so that a text
 * written by the promotion of a ticket is read back as the same tree by the site.
 */
import remarkCjkFriendly from "remark-cjk-friendly/parseOnly";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import type { Processor } from "unified";

/** Footnotes and tables with single tildes left alone: `~` stands for "about" in Chinese texts. */
export const syntax = [
  [remarkGfm, { singleTilde: false }],
  // Bold and italics beside Chinese punctuation, `**注意：**请看`, as their authors mean them.
  [remarkCjkFriendly, {}],
  [containers, {}],
] satisfies [plugin: (options: never) => unknown, options: object][];

/** The callouts that exist; any other container is shown as what it holds. */
export const calloutKinds = ["note", "tip", "caution", "danger"] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** The parser keeps what may begin with a character under the character's number. */
const colon = 58;

/**
 * Of the directives only containers, `:::name`. A colon within a line is a colon ("9:00", "状态:ok"),
 * and where a directive is read it is lost from the words of a picture.
 * @param options.leaves also reads `::name`, which texts made for other programs have.
 */
export function containers(this: Processor, options: { leaves?: boolean }): void {
  remarkDirective.call(this);
  const { micromarkExtensions, toMarkdownExtensions } = this.data();
  const reading = micromarkExtensions!.at(-1)!;
  delete reading.text;
  const blocks = [reading.flow![colon]!].flat();
  reading.flow = { [colon]: blocks.filter(({ concrete }) => options.leaves || concrete) };
  const writing = toMarkdownExtensions!.at(-1)!;
  writing.unsafe = writing.unsafe!.filter(({ character, atBreak }) => character !== ":" || atBreak);
}
