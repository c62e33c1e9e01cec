import { readdirSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { m } from "#messages";
import { type Locale, locales } from "../../content/schema.ts";
import { readArticle } from "./article.ts";
import { inEach } from "./faults.ts";
import type { Catalog, ContentProblem, Entry } from "./model.ts";
import { readSettings } from "./settings.ts";

/** The folder of the knowledge base, from `CONTENT_DIR`. */
export function contentDir(): string {
  return resolve(process.env.CONTENT_DIR || "content");
}

/**
 * Reads what is published in `dir`: public articles that are validated or not yet validated, the
 * others apart from them, and the three YAML files beside them. A file that breaks the contract becomes a problem, never an
 * error. Files whose size, time and inode are unchanged since the last call are not read again.
 * @param touched the only files that may have changed since the last call; all, when left out.
 */
export function readCatalog(dir = contentDir(), touched?: readonly string[]): Catalog {
  const { settings, problems } = readSettings(dir);
  const all: Entry[] = [];
  const isSame = (path: string) => touched !== undefined && !touched.some(isIn(path));
  for (const { file, locale, category } of articleFiles(dir, isSame)) {
    const read = readArticle(file, locale, category, touched && !touched.includes(file));
    if ("problem" in read) problems.push({ file, reason: read.problem });
    else all.push(read.entry);
  }
  // Of two with one id readers keep the one they have.
  const isFirst = distinct(problems);
  const entries = all.filter(isPublished).filter(isFirst);
  const unlisted = all.filter((entry) => !isPublished(entry)).filter(isFirst);
  const categories = withFolders(settings.categories, entries, problems, dir);
  return {
    ...settings,
    categories,
    entries,
    unlisted,
    problems: problems.map(({ file, reason }) => ({ file: relative(dir, file), reason })),
  };
}

const isIn = (folder: string) => (file: string) => file.startsWith(folder + sep);

type ArticleFile = { file: string; locale: Locale; category: string };

function articleFiles(dir: string, isSame: (folder: string) => boolean): ArticleFile[] {
  return locales.flatMap((locale) =>
    listed(join(dir, locale), isSame, folders).flatMap((category) =>
      listed(join(dir, locale, category), isSame, (folder) =>
        markdown(folder).map((name) => ({ file: join(folder, name), locale, category })),
      ),
    ),
  );
}

const listings = new Map<string, unknown[]>();

/** What a folder holds, from memory where it is known to be the same. */
function listed<T>(
  folder: string,
  isSame: (folder: string) => boolean,
  look: (folder: string) => T[],
): T[] {
  const known = listings.get(folder);
  if (known && isSame(folder)) return known as T[];
  const found = look(folder);
  listings.set(folder, found);
  return found;
}

const folders = (folder: string) => names(folder, true);
const markdown = (folder: string) => names(folder, false).filter((name) => name.endsWith(".md"));

function names(dir: string, folders: boolean): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((item) => item.isDirectory() === folders && !item.name.startsWith("."))
      .map((item) => item.name)
      .sort();
  } catch {
    // A language without a folder has no articles yet.
    return [];
  }
}

function isPublished({ audience, confidence }: Entry): boolean {
  return audience === "public" && (confidence === "validated" || confidence === "not_validated");
}

function distinct(problems: ContentProblem[]): (entry: Entry) => boolean {
  const seen = new Map<string, Entry>();
  return (entry) => {
    const key = `${entry.locale} ${entry.id}`;
    const first = seen.get(key);
    if (first) problems.push({ file: entry.file, reason: doubleOf(first) });
    else seen.set(key, entry);
    return !first;
  };
}

const doubleOf = ({ file }: Entry) =>
  inEach((options) => m.knowledge_fault_double({ file: basename(file) }, options));

/** A folder that `categories.yml` does not name is shown last, under its own name. */
function withFolders(
  categories: Catalog["categories"],
  entries: Entry[],
  problems: ContentProblem[],
  dir: string,
): Catalog["categories"] {
  const known = new Set(categories.map(({ id }) => id));
  const folders = new Map(entries.map(({ category, locale }) => [category, locale]));
  const missing = [...folders].filter(([id]) => !known.has(id));
  for (const [id, locale] of missing) {
    const reason = inEach((options) => m.knowledge_fault_folder({}, options));
    problems.push({ file: join(dir, locale, id), reason });
  }
  return [...categories, ...missing.map(([id]) => folderCategory(id))];
}

function folderCategory(id: string): Catalog["categories"][number] {
  const name = id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
  const none: Record<Locale, string> = { en: "", zh: "" };
  return { id, title: { en: name, zh: name }, description: none, icon: "folder" };
}
