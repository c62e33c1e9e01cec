/** Published articles that say what a draft says. */
import type { Locale } from "../../content/schema.ts";
import { readBody } from "../../src/catalog/article.ts";
import type { Catalog, Entry } from "../../src/catalog.ts";
import type { StoredDraft } from "./articles.repo.ts";
import {
  type Comparable,
  type Corpus,
  corpusOf,
  type DuplicateVerdict,
  duplicateThresholds,
  findDuplicates,
} from "./duplicates.ts";
import { readMarkdown, wordsOf } from "./markdown.ts";
import { sectionsIn } from "./sections.ts";

export type Similar = {
  articleId: string;
  title: string;
  href: string;
  /** 0 to 1. */
  similarity: number;
  verdict: DuplicateVerdict;
};

/** Candidates whose text is read; the others are judged by title, description and aliases alone. */
const read = 10;
const anything = { ...duplicateThresholds, warn: 0.01 };

/** @returns what the duplicate check warns of or stops at, most alike first. */
export function similarArticles(catalog: Catalog, draft: StoredDraft): Similar[] {
  const { entries, corpus } = shelf(catalog, draft.locale);
  const mine = {
    title: draft.frontMatter.title,
    issue: issueOf(draft.body) ?? draft.body,
    aliases: draft.frontMatter.aliases,
  };
  const others = [...entries.values()].filter(({ id }) => id !== draft.articleId);
  const likely = findDuplicates(mine, others.map(brief), corpus, anything).slice(0, read);
  const candidates = likely.map(({ id }) => whole(entries.get(id)!));
  return findDuplicates(mine, candidates, corpus).map(({ id, similarity, verdict }) => {
    const { title, href } = entries.get(id)!;
    return { articleId: id, title, href, similarity, verdict };
  });
}

type Shelf = { entries: Map<string, Entry>; corpus: Corpus };
const shelves = new WeakMap<Catalog, Map<Locale, Shelf>>();

/** A catalog never changes, so its words are counted once. */
function shelf(catalog: Catalog, locale: Locale): Shelf {
  const known = shelves.get(catalog) ?? new Map<Locale, Shelf>();
  shelves.set(catalog, known);
  const made = known.get(locale) ?? newShelf(catalog, locale);
  known.set(locale, made);
  return made;
}

function newShelf(catalog: Catalog, locale: Locale): Shelf {
  const entries = catalog.entries.filter((entry) => entry.locale === locale);
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    corpus: corpusOf(entries.map(brief)),
  };
}

const brief = ({ id, title, description, aliases }: Entry): Comparable & { id: string } => ({
  id,
  title,
  issue: description,
  aliases,
});

const whole = (entry: Entry) => ({
  ...brief(entry),
  issue: issueOf(readBody(entry)) ?? entry.description,
});

function issueOf(body: string): string | undefined {
  return sectionsIn(readMarkdown(body)).issue?.map(wordsOf).join("\n");
}
