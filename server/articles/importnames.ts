import { slugSchema } from "#content/schema.ts";

/** Pages of the site have these addresses already. */
const reserved = new Set(["search", "contact", "ticket", "404", "rss", "index"]);

/** Two names with the same folded form are the same name. */
export const fold = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();

/** A category's folder: the words of its name, or a number made of it where it has no Latin words. */
export function idFor(name: string): string {
  const words = latinSlug(name);
  const id = words === "" || /\p{Script=Han}/u.test(name) ? `topic-${checksum(name)}` : words;
  return reserved.has(id) ? `${id}-help` : id;
}

/** Lower-case words joined by hyphens, at most 80 characters; empty where there are none. */
export function latinSlug(name: string): string {
  const words =
    name
      .normalize("NFKD")
      .replace(/[\p{M}'’]/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.join("-");
  const short = slug.length <= 80 ? slug : slug.slice(0, 80).replace(/-[^-]*$/, "");
  return slugSchema.safeParse(short).success ? short : "";
}

/** FNV-1a of the name in base 36: the same name is the same folder in every import. */
function checksum(name: string): string {
  let hash = 0x811c9dc5;
  for (const char of fold(name)) {
    hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
