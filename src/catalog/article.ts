import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { parseFrontmatter } from "@astrojs/markdown-remark";
import { z } from "zod";
import { frontMatterSchema, type Locale, slugSchema } from "../../content/schema.ts";
import { articlePath } from "../paths.ts";
import type { Entry } from "./model.ts";

type ReadArticle = { entry: Entry } | { problem: string };

const cache = new Map<string, { stamp: string; read: ReadArticle }>();

/** The entry of one Markdown file, or why it is none. */
export function readArticle(file: string, locale: Locale, category: string): ReadArticle {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return { problem: "was removed while the folder was read" };
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
  const place = z.object({ slug: slugSchema, category: slugSchema }).safeParse({ slug, category });
  if (!place.success) return { problem: reasonOf(place.error) };
  try {
    const { frontmatter } = parseFrontmatter(readFileSync(file, "utf8"));
    const { success, data, error } = frontMatterSchema.safeParse(frontmatter);
    if (!success) return { problem: reasonOf(error) };
    const href = articlePath(locale, category, slug);
    return { entry: { ...data, locale, category, slug, href, file } };
  } catch (error) {
    return { problem: `the front matter is not YAML: ${String(error).split("\n")[0]}` };
  }
}

/** "title: Invalid input; id: must look like kb-000123" */
export function reasonOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length ? `${path.join(".")}: ${message}` : message))
    .join("; ");
}
