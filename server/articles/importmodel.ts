import type { Category, FrontMatter, Locale } from "#content/schema.ts";

/** A file of the folder that is imported. */
export type SourceFile = {
  /** From the folder's root, with `/` between the parts: `docs/setup/wifi.md`. */
  path: string;
  text: string;
};

/** Why a file did not become an article: one sentence that says what to do about it. */
export type Refusal = { path: string; reason: string };

/** What was changed or lost on the way, for the person who checks the result. */
export type Remark = { path: string; remark: string };

/** Where an article lies in the knowledge base. */
export type Place = { locale: Locale; category: string; slug: string };

/** What is remembered of an imported file, so that importing again meets the same article. */
export type Memory = Place & {
  id: string;
  /** The day of the first import, `YYYY-MM-DD`. */
  created: string;
  /** Of the file as it was written here: tells an edit made here from a change at the source. */
  sha256: string;
  /** The path without its language: the same in all translations. */
  pair: string;
};

/** By source name, then by path in it. */
export type Ledger = Record<string, Record<string, Memory>>;

/** An article that is in the knowledge base already, whoever wrote it. */
export type Existing = Place & { id: string };

/** Everything the plan depends on besides the files. */
export type Setting = {
  /** The name under which this folder's files are remembered. */
  source: string;
  ledger: Ledger;
  existing: readonly Existing[];
  categories: readonly Category[];
  /** Ids of `modules.yml`. */
  modules: readonly string[];
  /** The day of the import, `YYYY-MM-DD`. */
  today: string;
  /** The language of files that do not say theirs. */
  locale?: Locale;
};

/** A file with its place in the knowledge base, its body still as it came. */
export type Planned = Place & {
  path: string;
  /** Where the text came from, by which its links are resolved: mostly the path. */
  origin: string;
  pair: string;
  front: FrontMatter;
  body: string;
};

export type Plan = {
  articles: Planned[];
  refused: Refusal[];
  remarks: Remark[];
  /** To be added to `categories.yml`. */
  newCategories: Category[];
};
