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
  const slug = cut((words ?? []).join("-"));
  return slugSchema.safeParse(slug).success ? slug : id;
}

/** A single word that is too long gives no slug at all. */
function cut(slug: string): string {
  if (slug.length <= longest) return slug;
  return slug.slice(0, Math.max(0, slug.lastIndexOf("-", longest)));
}

/** The slug itself or, where it is taken, the first free one with a number behind it. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let n = 2; taken.has(free) || free === "index"; n += 1) free = `${slug}-${n}`;
  return free;
}
