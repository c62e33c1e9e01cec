/**
 * The search of the help center, the same in the browser, in tests and on the server: terms → index →
 * candidates → ranking → the section and sentence that answer.
 */
import { analyse, type Document } from "./analyse.ts";
import { type ExcerptPart, markText, placeOf } from "./answer.ts";
import { CONFIDENT, confidenceOf } from "./confidence.ts";
import type { SearchEntry, SearchIndex, SearchLoader } from "./entry.ts";
import { rewrite } from "./lexicon.ts";
import { isNegated } from "./negation.ts";
import { normalise } from "./normalise.ts";
import {
  askedTerms,
  parseQuery,
  type QueryTerm,
  type Question,
  type WeightedTerm,
} from "./query.ts";
import { type Loaded, type Ranked, rank } from "./rank.ts";
import { type Candidate, inverseFrequency, type Retrieved, retrieve } from "./retrieve.ts";
import { correct } from "./spell.ts";
import { salientTerms } from "./suggest.ts";
import { SearchUnavailable } from "./unavailable.ts";
import { unitsOfQuestion } from "./units.ts";

export interface SearchResult {
  readonly key: string;
  /** The article's stable id, for counting. */
  readonly article: string;
  /** Address of the article, without an anchor. */
  readonly url: string;
  readonly title: readonly ExcerptPart[];
  readonly category: string;
  /** Where in the article the excerpt stands; null before its first heading. */
  readonly section: { readonly id: string; readonly heading: string } | null;
  readonly excerpt: readonly ExcerptPart[];
  /** Comparable within one answer only. */
  readonly score: number;
}

export interface SearchAnswer {
  /** Best first. Empty means that the index was asked and holds none of the words. */
  readonly results: readonly SearchResult[];
  /** The terms asked for, after spelling. */
  readonly terms: readonly string[];
  /** How likely the first result answers the question, 0 to 1. */
  readonly confidence: number;
  /** Whether that is enough to call the first result an answer. */
  readonly confident: boolean;
  /** Milliseconds, by the clock that was passed in. */
  readonly took: number;
}

export interface SearchOptions {
  /** Results at most; 8 if not said. */
  readonly limit?: number;
  /** True while the person is typing: the last word may be unfinished. */
  readonly typing?: boolean;
  /** True to ask for the words as they are typed; the list of all words is then never loaded. */
  readonly plain?: boolean;
}

export interface Search {
  /** @throws SearchUnavailable if the index, or a part of it, can't be loaded */
  readonly search: (query: string, options?: SearchOptions) => Promise<SearchAnswer>;
  /** Articles for a whole draft of a message. @throws SearchUnavailable likewise */
  readonly suggest: (
    subject: string,
    description: string,
    options?: SearchOptions,
  ) => Promise<SearchAnswer>;
  /**
   * Loads what the first search needs, and what was published since, when someone is about to search.
   * @throws SearchUnavailable
   */
  readonly warm: () => Promise<void>;
}

/** Milliseconds after which it is looked whether something was published since. */
const FRESH = 60_000;

/** Milliseconds that a reader waits for that at most. */
const PATIENCE = 4000;

/** Articles whose text is loaded and ranked; fewer while each key asks anew. */
const LOADED = { typing: 12, latin: 16, han: 24 };

/** Characters of a question or draft that are looked at; what comes after can't change much. */
const LONGEST = 8000;

/**
 * Weight of words that say nothing about the subject, as a share of that of a word nobody uses:
 * little, but form and order of the question stand in them.
 */
const STOP_SHARE = { latin: 0.105, han: 0.17 };

const nothing: SearchAnswer = {
  results: [],
  terms: [],
  confidence: 0,
  confident: false,
  took: 0,
};

interface How {
  readonly limit: number;
  readonly plain: boolean;
}

interface Opened {
  readonly entry: SearchEntry;
  readonly index: SearchIndex;
  /** Articles already loaded, by fragment id. */
  readonly documents: Map<string, Document>;
}

/** @param clock milliseconds of any origin, for `took` */
export function createSearch(loader: SearchLoader, clock: () => number = () => 0): Search {
  let opened: Promise<Opened> | null = null;
  let checkedAt = 0;
  const openFirst = () =>
    openAll(loader).catch((error) => {
      opened = null;
      throw unavailable(error);
    });
  const open = () => {
    if (opened && clock() - checkedAt <= FRESH) return opened;
    checkedAt = clock();
    opened = opened ? opened.then((now) => reopen(loader, now)) : openFirst();
    return opened;
  };
  const answer = async (
    query: string,
    terms: readonly QueryTerm[],
    how: How,
  ): Promise<SearchAnswer> => {
    const start = clock();
    if (terms.length === 0) return nothing;
    const found = await find(await open(), loader, { text: query, terms }, how).catch((error) => {
      throw unavailable(error);
    });
    const { question, loaded, averageLength } = found;
    const ranked = rank(question, loaded, averageLength);
    const confidence = confidenceOf(ranked, question.terms);
    return {
      results: ranked.slice(0, how.limit).map((one) => resultOf(one, question.terms)),
      terms: found.asked,
      confidence,
      confident: confidence >= CONFIDENT,
      took: clock() - start,
    };
  };
  return {
    search: (query, { limit = 8, typing = false, plain = false } = {}) => {
      const text = query.slice(0, LONGEST);
      return answer(text, parseQuery(text, typing), { limit, plain });
    },
    suggest: async (subject, whole, { limit = 5 } = {}) => {
      const description = whole.slice(0, LONGEST);
      const { entry } = await open();
      const { counts } = await loader.lexicon(entry);
      const terms = salientTerms(subject, description, counts, entry.docs);
      return answer(`${subject} ${description}`, terms, { limit, plain: false });
    },
    warm: async () => {
      await open();
    },
  };
}

async function openAll(loader: SearchLoader): Promise<Opened> {
  const entry = await loader.entry();
  return { entry, index: await loader.index(entry), documents: new Map() };
}

/** The same where nothing was published, or where nobody answers: what is open still serves. */
async function reopen(loader: SearchLoader, now: Opened): Promise<Opened> {
  try {
    const entry = await loader.entry(PATIENCE);
    if (JSON.stringify(entry) === JSON.stringify(now.entry)) return now;
    return { entry, index: await loader.index(entry), documents: new Map() };
  } catch {
    return now;
  }
}

function unavailable(error: unknown): SearchUnavailable {
  return error instanceof SearchUnavailable ? error : new SearchUnavailable("loading", error);
}

async function find(
  opened: Opened,
  loader: SearchLoader,
  typed: { readonly text: string; readonly terms: readonly QueryTerm[] },
  { plain }: How,
) {
  const { entry, index } = opened;
  const limit = loadedFor(typed.terms);
  let { text, terms } = typed;
  let retrieved = await retrieve(index, entry, terms, limit);
  if (!plain && isForeign(terms, retrieved)) {
    const known = (term: string) => (retrieved.frequencies.get(term) ?? 0) > 0;
    text = rewrite(normalise(text), await loader.lexicon(entry), known);
    if (text !== normalise(typed.text)) {
      terms = parseQuery(text);
      retrieved = await retrieve(index, entry, terms, limit);
    }
  }
  const unknown = plain ? [] : terms.filter((term) => isUnknown(term, retrieved));
  if (unknown.length > 0) {
    const corrected = correct(terms, unknown, (await loader.lexicon(entry)).counts);
    if (corrected !== terms) {
      terms = corrected;
      retrieved = await retrieve(index, entry, terms, limit);
    }
  }
  return {
    question: questionOf(text, terms, retrieved, entry),
    asked: askedTerms(terms).map((term) => term.word),
    loaded: await loadAll(opened, retrieved.candidates),
    averageLength: entry.averageLength,
  };
}

function loadedFor(terms: readonly QueryTerm[]): number {
  if (terms.some((term) => term.prefix)) return LOADED.typing;
  return terms.some((term) => term.han) ? LOADED.han : LOADED.latin;
}

function questionOf(
  text: string,
  terms: readonly QueryTerm[],
  retrieved: Retrieved,
  entry: SearchEntry,
): Question {
  const weighed = terms.map((term) => weighted(term, retrieved, entry));
  const words = new Map(weighed.map(({ term, weight }) => [term, weight]));
  const units = unitsOfQuestion(text);
  const weights = new Map(
    units.map((unit) => {
      const frequency = retrieved.characters.get(unit);
      if (frequency !== undefined) return [unit, inverseFrequency(frequency, entry.docs)];
      return [unit, words.get(unit) ?? 0];
    }),
  );
  return { text, terms: weighed, units: { units, weights }, negated: isNegated(text) };
}

/** Most of what it is about stands in no article: it may be written in another way. */
function isForeign(terms: readonly QueryTerm[], { frequencies }: Retrieved): boolean {
  const telling = terms.filter((term) => !term.stop && !term.extra && !term.prefix);
  const known = telling.filter(({ term }) => (frequencies.get(term) ?? 1) > 0);
  return known.length * 2 < telling.length || (telling.length > 0 && known.length === 0);
}

function isUnknown(term: QueryTerm, retrieved: Retrieved): boolean {
  return !term.han && !term.extra && !term.stop && retrieved.frequencies.get(term.term) === 0;
}

function weighted(term: QueryTerm, retrieved: Retrieved, entry: SearchEntry): WeightedTerm {
  const frequency = retrieved.frequencies.get(term.term);
  if (frequency === undefined || term.stop) {
    const share = term.han ? STOP_SHARE.han : STOP_SHARE.latin;
    return { ...term, weight: share * inverseFrequency(0, entry.docs) };
  }
  return { ...term, weight: inverseFrequency(frequency, entry.docs) };
}

async function loadAll(opened: Opened, candidates: readonly Candidate[]): Promise<Loaded[]> {
  return Promise.all(
    candidates.map(async ({ page, score }) => {
      const id = opened.index.idOf(page);
      const document = opened.documents.get(id) ?? analyse(id, await opened.index.load(page));
      opened.documents.set(id, document);
      return { document, score };
    }),
  );
}

function resultOf(ranked: Ranked, terms: readonly WeightedTerm[]): SearchResult {
  const { key, article, url, title, category } = ranked.document.record;
  const { section, excerpt } = placeOf(ranked, terms);
  return {
    key,
    article,
    url,
    title: markText(title, terms),
    category,
    section: section === null ? null : { id: section.id, heading: section.heading },
    excerpt,
    score: ranked.score,
  };
}
