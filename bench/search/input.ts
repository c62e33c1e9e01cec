/** Documents and questions as JSON lines, and documents as search records. */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { frontMatterSchema } from "#content/schema.ts";
import type { SearchRecord } from "#src/search/entry.ts";

/** `{id | path, title, body}`. */
export interface Doc {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly aliases: readonly string[];
}

/** `{query, relevant: [id], set?}`; without relevant documents nothing answers it. */
export interface Question {
  readonly query: string;
  readonly relevant: readonly string[];
  readonly set?: string;
}

/** @param learn answered questions, which become aliases as those of resolved tickets do */
export async function readDocs(path: string, learn: string | undefined): Promise<Doc[]> {
  const aliases = new Map<string, string[]>();
  for (const { query, relevant } of learn === undefined ? [] : await readLines<Question>(learn)) {
    for (const id of relevant) aliases.set(id, [...(aliases.get(id) ?? []), query]);
  }
  const lines = await readLines<{ id?: string; path?: string; title: string; body?: string }>(path);
  return lines.map(({ id, path, title, body = "" }) => {
    const key = id ?? path ?? title;
    return { id: key, title, body, aliases: allowed(aliases.get(key) ?? []) };
  });
}

/** As many and as long as an article's file may hold. */
function allowed(aliases: readonly string[]): string[] {
  const { aliases: rule } = frontMatterSchema.shape;
  return aliases.filter((_, at) => rule.safeParse(aliases.slice(0, at + 1)).success);
}

export async function readLines<T>(path: string): Promise<T[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as T]));
}

export function recordOf({ id, title, body, aliases }: Doc, locale: string): SearchRecord {
  const sections = [{ id: "", heading: "", text: body }];
  const blank = { subtitle: "", synonyms: [], description: "", category: "" };
  return { key: id, article: id, url: `/${id}`, ...blank, title, aliases, sections, locale };
}
