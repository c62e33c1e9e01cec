/** From a whole draft the few terms that say what it is about. */
import type { Vocabulary } from "./entry.ts";
import { parseQuery, type QueryTerm } from "./query.ts";
import { inverseFrequency } from "./retrieve.ts";

/** Terms asked for; more only dilute the question. */
const SALIENT = 8;

/** Chinese takes about two pairs of characters a word. */
const SALIENT_HAN = 16;

/** Words of the subject line count more than those of the text. */
const SUBJECT_SHARE = 1.6;

/**
 * Rare terms first, those of the subject and repeated ones before others; in the order of the draft.
 * @param vocabulary frequencies over the base index; a word outside it occurs in one article or none
 * @param docs number of articles
 */
export function salientTerms(
  subject: string,
  description: string,
  vocabulary: Vocabulary,
  docs: number,
): QueryTerm[] {
  const head = new Set(parseQuery(subject).map((term) => term.term));
  const all = parseQuery(`${subject}\n${description}`).filter((term) => !term.stop && !term.extra);
  const salience = (term: QueryTerm) => {
    const frequency = vocabulary[term.term];
    const rarity = inverseFrequency(frequency ?? docs / 4, docs);
    return rarity * (head.has(term.term) ? SUBJECT_SHARE : 1);
  };
  const limit = all.some((term) => term.han) ? SALIENT_HAN : SALIENT;
  const chosen = new Set([...all].sort((a, b) => salience(b) - salience(a)).slice(0, limit));
  return all.filter((term) => chosen.has(term));
}
