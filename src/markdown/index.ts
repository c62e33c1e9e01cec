import { rehypeHeadingIds } from "@astrojs/markdown-remark";
import rehypeSanitize from "rehype-sanitize";
import type { Locale } from "../../content/schema.ts";
import { syntax } from "../../content/syntax.ts";
import { rehypeAnchors } from "./anchors.ts";
import { remarkCallouts } from "./callouts.ts";
import { rehypeHeadingDepth } from "./headings.ts";
import { rehypeLinks } from "./links.ts";
import { articleSchema } from "./schema.ts";
import { rehypeScrollable } from "./scrollable.ts";
import { rehypeOutline } from "./sections.ts";
import { rehypeTasks } from "./tasks.ts";

type Step = [plugin: (options: never) => unknown, options: object];

/** What is done to the Markdown tree, in this order. */
export const remarkSteps = (locale: Locale): Step[] => [
  ...syntax, // first: the others only see nodes that the dialect knows
  [remarkCallouts, { locale }], // while directives still are directives
];

/** What is done to the HTML tree, in this order. */
export const rehypeSteps = (locale: Locale): Step[] => [
  [rehypeSanitize, articleSchema], // before our own additions, so that only the author's part is judged
  [rehypeHeadingDepth, {}], // before ids: headings must have their final level
  [rehypeHeadingIds, {}], // before the outline, which names sections by id
  [rehypeOutline, {}], // before anchors, whose sign is not part of the text
  [rehypeLinks, {}], // needs the sanitised addresses
  [rehypeTasks, {}], // names what the dialect leaves nameless
  [rehypeScrollable, { locale }], // wraps what is final
  [rehypeAnchors, { locale }], // last: it adds text to headings
];
