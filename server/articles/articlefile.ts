import {
  Document,
  type DocumentOptions,
  isScalar,
  LineCounter,
  type ParseOptions,
  parseDocument,
  type SchemaOptions,
} from "yaml";
import { type FrontMatter, frontMatterSchema } from "#content/schema.ts";
import { type FileFault, schemaFaults, syntaxFaults } from "./filefaults.ts";

/** The parts of an article's file. */
export type ArticleFile = {
  frontMatter: FrontMatter;
  /** Everything behind the front matter and the blank lines after it, byte for byte. */
  body: string;
  /** Everything in front of the body, byte for byte: comments and spelling live here. */
  head: string;
};

export type ParsedFile = { ok: true; article: ArticleFile } | { ok: false; faults: FileFault[] };

const fenced =
  /^(?<open>\ufeff?---[ \t]*\r?\n)(?<yaml>(?:[^\n]*\n)*?)(?<close>---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*)/;

/** Reads an article's file. Faults come with their lines, and nothing is guessed or left out. */
export function parse(file: string): ParsedFile {
  const match = fenced.exec(file);
  if (!match) {
    const reason = "The file must begin with front matter between two lines of ---.";
    return { ok: false, faults: [{ line: 1, reason }] };
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(match.groups!.yaml!, { lineCounter });
  if (document.errors.length > 0) return { ok: false, faults: syntaxFaults(document) };
  const result = frontMatterSchema.safeParse(document.toJS() ?? {});
  if (!result.success) {
    return { ok: false, faults: schemaFaults(result.error, document, lineCounter) };
  }
  const head = match[0];
  return { ok: true, article: { frontMatter: result.data, body: file.slice(head.length), head } };
}

/**
 * The file of an article. With the `head` it was read with, only what changed is rewritten: comments,
 * order and spelling of the rest stay. Without, keys come in the order of the schema and empty ones
 * are left out. `parse` gives the same front matter and body back.
 */
export function serialise(frontMatter: FrontMatter, body: string, head?: string): string {
  const before = head === undefined ? undefined : parse(head);
  const start = before?.ok ? edited(frontMatter, before.article) : fresh(frontMatter);
  return start + (body === "" || body.endsWith("\n") ? body : `${body}\n`);
}

// With these a date is written as a date, and a text that only looks like a date, a number or a
// yes is quoted, so that every YAML reader takes it for what it is.
const writing: ParseOptions & DocumentOptions & SchemaOptions = {
  customTags: ["timestamp"],
  compat: "yaml-1.1",
};
const print = (document: Document): string =>
  document.toString({ lineWidth: 0, flowCollectionPadding: false });

function fresh(frontMatter: FrontMatter): string {
  const filled = entries(frontMatter).filter(([key, value]) => !isIdle(key, value));
  const values = Object.fromEntries(filled.map(([key, value]) => [key, dated(key, value)]));
  return `---\n${print(new Document(values, writing))}---\n\n`;
}

function edited(frontMatter: FrontMatter, { head, frontMatter: before }: ArticleFile): string {
  const old = new Map(entries(before));
  const now = new Map(entries(frontMatter));
  const changed = keys.filter(
    (key) => JSON.stringify(now.get(key)) !== JSON.stringify(old.get(key)),
  );
  if (changed.length === 0) return head;
  const { open, yaml, close } = fenced.exec(head)!.groups!;
  const document = parseDocument(yaml!, writing);
  for (const key of changed) replace(document, key, now.get(key));
  const text = print(document);
  return open + (open!.endsWith("\r\n") ? text.replaceAll("\n", "\r\n") : text) + close;
}

function replace(document: Document.Parsed, key: string, value: unknown): void {
  if (value === undefined || isIdle(key, value)) {
    document.delete(key);
    return;
  }
  const old = document.get(key, true);
  const node = document.createNode(dated(key, value));
  // What someone remarked behind a value outlives the value.
  if (isScalar(old)) node.comment = old.comment;
  document.set(key, node);
}

const keys = Object.keys(frontMatterSchema.shape) as (keyof FrontMatter)[];

/** In the order of the schema, without what is not there. */
const entries = (frontMatter: FrontMatter): [keyof FrontMatter, unknown][] =>
  keys.flatMap((key) => (frontMatter[key] === undefined ? [] : [[key, frontMatter[key]]]));

/** An empty field that would be empty without being written as well. */
const emptyByDefault = new Set([
  "description",
  "modules",
  "source_tickets",
  "aliases",
  "related",
  "redirect_from",
]);
const isIdle = (key: string, value: unknown): boolean =>
  emptyByDefault.has(key) && (value === "" || (Array.isArray(value) && value.length === 0));

const days = new Set(["created", "updated", "review_by"]);
const dated = (key: string, value: unknown): unknown =>
  days.has(key) ? new Date(`${value}T00:00:00Z`) : value;
