import type { Root, RootContent } from "mdast";
import { remark } from "remark";
import type { Plugin } from "unified";
import { containers, syntax } from "#content/syntax.ts";
import { serialise } from "./articlefile.ts";
import { withCallouts } from "./importcallouts.ts";
import { withoutHtml } from "./importhtml.ts";
import { plainMarkdown } from "./importlines.ts";
import { withLinks } from "./importlinks.ts";
import type { Planned } from "./importmodel.ts";
import type { Routes } from "./importroutes.ts";
import { wordsOf, writeMarkdown } from "./markdown.ts";

export type {
  Ledger,
  Memory,
  Plan,
  Planned,
  Refusal,
  Remark,
  Setting,
  SourceFile,
} from "./importmodel.ts";
export { planImport } from "./importplan.ts";
export { routesOf } from "./importroutes.ts";

/** The file of an article that was imported, or why there is none. */
export type Imported =
  | { ok: true; file: string; remarks: string[] }
  | { ok: false; reason: string };

/** Reads our dialect, and the components of others that stand on a line of their own. */
const reader = remark();
for (const [plugin, options] of syntax) reader.use(plugin as Plugin<[object]>, options);
reader.use(containers, { leaves: true }).freeze();

/**
 * Makes the file of an article: the body in our dialect, safe, with links and pictures that lead
 * somewhere.
 * @param picture the path from the article of a picture that the source names, or null.
 */
export function importArticle(
  article: Planned,
  routes: Routes,
  picture: (article: Planned, url: string) => string | null,
): Imported {
  const remarks = new Set<string>();
  const say = (text: string) => void remarks.add(text);
  const source = plainMarkdown(article.body, say);
  const read = (text: string): RootContent[] => reader.parse(text).children;
  const plain = withoutHtml(reader.parse(source), {
    say,
    read,
    isMdx: /\.mdx$/i.test(article.origin),
  });
  const tree = withLinks(withCallouts(plain, source, say), {
    say,
    link: (url) => routes.resolve(article, url),
    picture: (url) => picture(article, url),
  });
  if (!hasContent(tree))
    return { ok: false, reason: "It has no text but what only another system can show." };
  return { ok: true, file: serialise(article.front, writeMarkdown(tree)), remarks: [...remarks] };
}

const hasContent = (tree: Root): boolean =>
  /[\p{L}\p{N}]/u.test(wordsOf(tree)) ||
  tree.children.some((node) => JSON.stringify(node).includes('"type":"image"'));
