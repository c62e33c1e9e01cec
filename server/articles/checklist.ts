import type { Root } from "mdast";
import { type CheckedPoint, type Judgement, type Point, pass, points } from "./checkpoints.ts";
import type { DuplicateVerdict } from "./duplicates.ts";
import { readMarkdown, wordsOf } from "./markdown.ts";
import { redact } from "./redaction.ts";
import { sectionsIn } from "./sections.ts";
import { addressesIn, customersWords, filled, links, result, steps, title } from "./textchecks.ts";

export type CheckedArticle = {
  title: string;
  /** Markdown. */
  body: string;
  category: string;
  aliases: readonly string[];
};

/** What is known around the article. */
export type CheckContext = {
  /** The strictest verdict of the duplicate check; null where it hasn't run. */
  duplicate: DuplicateVerdict | null;
  /** What the customer wrote, redacted; null for an article that came from no ticket. */
  customersWords: string | null;
  categories: readonly string[];
  /** Whether a relative address or an anchor leads somewhere. */
  resolves: (address: string) => boolean;
  knownNames: readonly string[];
  allowedPhones: readonly string[];
  /** Findings and suspects that the reviewer has looked at and lets stand, by their text. */
  confirmed: ReadonlySet<string>;
};

/**
 * Decides what a rule can decide. A pass of `no_personal_data` speaks for the patterns only: free
 * names without a marker and foreign addresses are still the reviewer's to find.
 */
export function checkArticle(article: CheckedArticle, context: CheckContext): CheckedPoint[] {
  const tree = readMarkdown(article.body);
  const { issue, environment, cause, resolution } = sectionsIn(tree);
  const judged: Record<Point, Judgement> = {
    unique: unique(context.duplicate),
    customers_words: customersWords(issue, context.customersWords),
    environment: filled(environment, { verdict: "open" }),
    cause: filled(cause, { verdict: "pass" }),
    steps: steps(resolution),
    result: result(resolution),
    title: title(article.title),
    links: links(tree, context.resolves),
    metadata: metadata(article, context.categories),
    no_personal_data: personalData(article, tree, context),
  };
  return points.map((point) => ({ point, ...judged[point] }));
}

function unique(duplicate: DuplicateVerdict | null): Judgement {
  if (duplicate === "stop") return { verdict: "fail", reason: "duplicate" };
  if (duplicate === "free") return pass;
  return duplicate === null ? { verdict: "open" } : { verdict: "open", reason: "similar" };
}

function metadata(article: CheckedArticle, categories: readonly string[]): Judgement {
  if (!categories.includes(article.category))
    return { verdict: "fail", reason: "category_unknown" };
  return article.aliases.length === 0 ? { verdict: "fail", reason: "no_aliases" } : pass;
}

function personalData(article: CheckedArticle, tree: Root, context: CheckContext): Judgement {
  const text = [article.title, wordsOf(tree), ...article.aliases, ...addressesIn(tree)].join("\n");
  const { findings, suspects } = redact(text, context);
  const left = findings.filter(({ original }) => !context.confirmed.has(original));
  const found = [...new Set(left.map(({ kind }) => kind))];
  if (found.length > 0) return { verdict: "fail", reason: "personal_data", details: found };
  const doubtful = suspects.map((s) => s.text).filter((s) => !context.confirmed.has(s));
  if (doubtful.length > 0) return { verdict: "fail", reason: "suspects", details: doubtful };
  return pass;
}
