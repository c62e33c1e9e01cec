import { z } from "zod";
import { isNegated, isSettled } from "./negation.ts";
import { foldText } from "./text.ts";

const terms = z.object({ en: z.array(z.string().min(1)), zh: z.array(z.string().min(1)) });

/** A named list of words. Data: an edit is a new object, for what is worked out is kept with the object. */
export const lexiconSchema = z.object({
  /** Rules and weights name it by this. */
  id: z.string().min(1),
  /** What it is used for, for the person who edits it. */
  purpose: z.string(),
  /** Looked for as whole words where a term begins or ends with a Latin letter, else anywhere. */
  terms,
  /** Phrases in which a term means something else: "packet loss". */
  except: terms.default({ en: [], zh: [] }),
  /** Which negations take a hit back; topics stay topics when something of them is missing. */
  negatedBy: z.enum(["any", "denial", "none"]).default("any"),
});
export type Lexicon = z.infer<typeof lexiconSchema>;

/** Occurrences of each term, in the order of their first one; terms as they stand in the lexicon, folded. */
export type Hits = { terms: string[]; count: number };

type Compiled = { pattern: RegExp | null; except: Set<string> };
const compiled = new WeakMap<Lexicon, Compiled>();

/**
 * Where a lexicon's terms occur in a text that went through `foldText`. The longest term counts, repeats
 * count, negated ones don't.
 */
export function hitsOf(lexicon: Lexicon, text: string): Hits {
  const { pattern, except } = compiledOf(lexicon);
  const hits: Hits = { terms: [], count: 0 };
  for (const { 0: term, index } of pattern ? text.matchAll(pattern) : []) {
    if (except.has(term) || isNegated(text, index, lexicon.negatedBy)) continue;
    if (isSettled(text, term, index + term.length)) continue;
    hits.count += 1;
    if (!hits.terms.includes(term)) hits.terms.push(term);
  }
  return hits;
}

function compiledOf(lexicon: Lexicon): Compiled {
  const known = compiled.get(lexicon);
  if (known) return known;
  const folded = ({ en, zh }: Lexicon["terms"]) => [...en, ...zh].map(foldText);
  const except = new Set(folded(lexicon.except));
  const all = [...new Set([...except, ...folded(lexicon.terms)])].filter((term) => term !== "");
  const longestFirst = all.sort((a, b) => b.length - a.length).map(bounded);
  const pattern = all.length > 0 ? new RegExp(longestFirst.join("|"), "g") : null;
  const made = { pattern, except };
  compiled.set(lexicon, made);
  return made;
}

const letter = "[a-z0-9_\u00df-\u024f]";

function bounded(term: string): string {
  const literal = term.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const latin = new RegExp(letter);
  const before = latin.test(term[0]!) ? `(?<!${letter})` : "";
  return before + literal + (latin.test(term.at(-1)!) ? `(?!${letter})` : "");
}
