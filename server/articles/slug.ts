import { slugSchema } from "#content/schema.ts";

/** Longest proposal in characters; whole words only. */
const longest = 60;

/**
 * A folder-safe name for an article. Titles in other scripts have no words to make one of, so the
 * article's id stands in.
 * @param id such as `kb-000123`.
 */
export function proposeSlug(title: string, id: string): string {
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(title))
    return id;
  const words = title
    .replace(/\[[A-Z_0-9]+\]/g, " ")
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).reduce((text, word) => {
    const longer = text === "" ? word : `${text}-${word}`;
    return longer.length <= longest ? longer : text;
  }, "");
  return slugSchema.safeParse(slug).success ? slug : id;
}

/** The slug itself or, where it is taken, the first free one with a number behind it. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let n = 2; taken.has(free) || free === "index"; n += 1) free = `${slug}-${n}`;
  return free;
}
