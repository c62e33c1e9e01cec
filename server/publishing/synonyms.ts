/** What a title could have said instead, so that it is found by those words too. */

/** Phrases for one title; more would make an article about everything. */
const MOST = 12;

/**
 * Of each group that the title holds a phrase of, the other phrases.
 * @param groups phrases that mean the same, from `synonyms.<locale>.yml`
 */
export function otherWords(title: string, groups: readonly (readonly string[])[]): string[] {
  const others = groups
    .filter((group) => group.some((phrase) => patternOf(phrase).test(title)))
    .flatMap((group) => group.filter((phrase) => !patternOf(phrase).test(title)));
  return [...new Set(others)].slice(0, MOST);
}

/** Latin phrases as whole words; Chinese has none. */
function patternOf(phrase: string): RegExp {
  const text = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return /\p{Script=Han}/u.test(phrase)
    ? new RegExp(text, "iu")
    : new RegExp(`(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`, "iu");
}
