/**
 * Cuts English endings so that `delivery`, `delivered` and `deliver` are one word.
 * A shortened form of Porter's rules; it may join too much rather than too little, because what is
 * found is ranked again by the whole question.
 */

const VOWEL = /[aeiouy]/;

/** Longer endings first; each is cut only if at least three letters with a vowel remain. */
const ENDINGS: ReadonlyArray<readonly [ending: string, replacement: string]> = [
  ["ification", "ify"],
  ["ization", "ize"],
  ["isation", "ize"],
  ["ational", "ate"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["ability", "able"],
  ["ibility", "able"],
  ["ations", "ate"],
  ["ation", "ate"],
  ["ators", "ate"],
  ["ator", "ate"],
  ["ments", ""],
  ["ment", ""],
  ["ingly", ""],
  ["edly", ""],
  ["ness", ""],
  ["ably", "able"],
  ["ally", "al"],
  ["ions", ""],
  ["ion", ""],
  ["ely", ""],
  ["ly", ""],
];

const TAILS = [
  "able",
  "ible",
  "ance",
  "ence",
  "ate",
  "ize",
  "ise",
  "ive",
  "ery",
  "ers",
  "er",
  "or",
  "al",
];

/** The stem of a normalised lower-case word; words with digits and short words stay as they are. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let left = cutVerb(cutPlural(word));
  left = cutEnding(left);
  left = cutTail(left);
  return finish(left);
}

function cutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

function cutVerb(word: string): string {
  if (word.endsWith("ied")) return `${word.slice(0, -3)}y`;
  const base = /^(.*?)(?:ing|ed)$/.exec(word)?.[1];
  if (base === undefined || base.length < 2 || !VOWEL.test(base) || word.endsWith("eed"))
    return word;
  if (/([^aeiouylsz])\1$/.test(base)) return base.slice(0, -1);
  return base.length < 3 ? `${base}e` : base;
}

function cutEnding(word: string): string {
  for (const [ending, replacement] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length);
    return base.length >= 3 && VOWEL.test(base) ? base + replacement : word;
  }
  return word;
}

function cutTail(word: string): string {
  for (const tail of TAILS) {
    if (!word.endsWith(tail)) continue;
    const base = word.slice(0, -tail.length);
    return base.length >= 5 && VOWEL.test(base) ? base : word;
  }
  return word;
}

/** `cancell` → `cancel`, `delive` → `deliv`, `reply` → `repli`: the ends that verbs leave different. */
function finish(word: string): string {
  let left = word;
  if (left.length > 4 && left.endsWith("e")) left = left.slice(0, -1);
  if (left.length > 3 && /([^aeiou])\1$/.test(left) && !left.endsWith("ss"))
    left = left.slice(0, -1);
  return left.length > 2 && left.endsWith("y") ? `${left.slice(0, -1)}i` : left;
}
