import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { parseFrontmatter } from "@astrojs/markdown-remark";
import { z } from "zod";
import { m } from "#messages";
import { frontMatterSchema, type Locale, slugSchema } from "../../content/schema.ts";
import { articlePath } from "../paths.ts";
import { inEach, type Reason, reasonOf } from "./faults.ts";
import type { Entry } from "./model.ts";

type ReadArticle = { entry: Entry } | { problem: Reason };

const cache = new Map<string, { stamp: string; read: ReadArticle }>();

/**
 * The entry of one Markdown file, or why it is none.
 * @param unchanged it is known to be as it was read last; then it isn't looked at.
 */
export function readArticle(
  file: string,
  locale: Locale,
  category: string,
  unchanged = false,
): ReadArticle {
  if (unchanged && cache.has(file)) return cache.get(file)!.read;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return { problem: inEach((options) => m.knowledge_fault_gone({}, options)) };
  const stamp = `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
  const known = cache.get(file);
  if (known?.stamp === stamp) return known.read;
  const read = parse(file, locale, category);
  cache.set(file, { stamp, read });
  return read;
}

/** The Markdown of an article without its front matter. Read anew each time: bodies are not kept. */
export function readBody(entry: Entry): string {
  return parseFrontmatter(readFileSync(entry.file, "utf8")).content;
}

function parse(file: string, locale: Locale, category: string): ReadArticle {
  const slug = basename(file, ".md");
  const names = { slug, category };
  const place = z.object({ slug: slugSchema, category: slugSchema }).safeParse(names);
  if (!place.success) return { problem: reasonOf(place.error, names) };
  try {
    const { frontmatter } = parseFrontmatter(readFileSync(file, "utf8"));
    const { success, data, error } = frontMatterSchema.safeParse(frontmatter);
    if (!success) return { problem: reasonOf(error, frontmatter) };
    const href = articlePath(locale, category, slug);
    return { entry: { ...data, locale, category, slug, href, file } };
  } catch (error) {
    const detail = String(error).split("\n")[0]!;
    return { problem: inEach((options) => m.knowledge_fault_yaml({ detail }, options)) };
  }
}
