/** Published articles that say what a draft says. */
import { join } from "node:path";
import type { Locale } from "../../content/schema.ts";
import { readBody } from "../../src/catalog/article.ts";
import type { Catalog, Entry } from "../../src/catalog.ts";
import { createSearch, type Search } from "../../src/search/search.ts";
import type { Deps } from "../deps.ts";
import { fileLoader } from "../publishing/searchread.service.ts";
import type { StoredDraft } from "./articles.repo.ts";
import { corpusOf, type DuplicateVerdict, findDuplicates } from "./duplicates.ts";
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

/** Of what search finds for the draft, so many are compared. */
const candidates = 10;

/** @returns what the duplicate check warns of or stops at, most alike first. */
export async function similarArticles(deps: Deps, draft: StoredDraft): Promise<Similar[]> {
  const { title, aliases } = draft.frontMatter;
  const issue = issueOf(draft.body) ?? draft.body;
  const found = await searchOf(deps, draft.locale).suggest(title, issue, { limit: candidates });
  const keys = new Set(found.results.map(({ article }) => article));
  keys.delete(draft.articleId);
  const entries = deps.publisher
    .catalog()
    .entries.filter(({ id, locale }) => locale === draft.locale && keys.has(id));
  const others = entries.map(comparable);
  return findDuplicates({ title, issue, aliases }, others, corpusOf(others)).map(
    ({ id, similarity, verdict }) => {
      const { title, href } = entries.find((entry) => entry.id === id)!;
      return { articleId: id, title, href, similarity, verdict };
    },
  );
}

const opened = new WeakMap<Catalog, Map<Locale, Search>>();

/** The readers' own search; opened again after each publication, which makes another catalog. */
function searchOf(deps: Deps, locale: Locale): Search {
  const catalog = deps.publisher.catalog();
  const ofCatalog = opened.get(catalog) ?? new Map<Locale, Search>();
  opened.set(catalog, ofCatalog);
  const siteDir = join(deps.env.DATA_DIR, "site");
  const search = ofCatalog.get(locale) ?? createSearch(fileLoader(siteDir, locale));
  ofCatalog.set(locale, search);
  return search;
}

const comparable = (entry: Entry) => ({
  id: entry.id,
  title: entry.title,
  issue: issueOf(readBody(entry)) ?? entry.description,
  aliases: entry.aliases,
});

function issueOf(body: string): string | undefined {
  return sectionsIn(readMarkdown(body)).issue?.map(wordsOf).join("\n");
}
