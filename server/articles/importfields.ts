import { type FrontMatter, frontMatterSchema } from "#content/schema.ts";

type Fields = ReadonlyMap<string, unknown>;

/** The first of the names that has a value, as text. */
export function textField(fields: Fields, ...names: string[]): string {
  for (const name of names) {
    const value = fields.get(name);
    if (typeof value !== "string" && typeof value !== "number") continue;
    const text = plain(String(value));
    if (text !== "") return text;
  }
  return "";
}

/** Without tags, character references and line breaks. */
export function plain(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&(amp|lt|gt|quot|#39|apos|nbsp);/g, (_, name: string) => entities[name] ?? " ")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
}
const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  apos: "'",
};

/** Texts of a list, of a line with commas, or of one value; a group's `name` or `title` counts. */
export function listField(fields: Fields, ...names: string[]): string[] {
  return names.flatMap((name) => {
    const value = fields.get(name);
    const items =
      typeof value === "string" ? value.split(/[,，;；、]/) : Array.isArray(value) ? value : [];
    return items.flatMap((item) =>
      typeof item === "string" || typeof item === "number" ? plain(String(item)) || [] : [],
    );
  });
}

/** At most `most` characters, cut between words where there are any. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  const space = head.lastIndexOf(" ");
  return `${(space > most * 0.6 ? head.slice(0, space) : head).replace(/[\s,，、:：;；]+$/, "")}…`;
}

const pad = (n: number): string => String(n).padStart(2, "0");
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A day in any of the forms people write it in, as `YYYY-MM-DD`. 03/04/2025 is read as in the US. */
export function dayOf(value: unknown): string | undefined {
  const text =
    value instanceof Date && !Number.isNaN(value.getTime())
      ? value.toISOString()
      : String(value ?? "").trim();
  const [, y, m, d] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(text) ?? [];
  if (y) return valid(y, Number(m), Number(d));
  const [, a, b, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (year)
    return Number(a) > 12 ? valid(year, Number(b), Number(a)) : valid(year, Number(a), Number(b));
  const [, day1, word, day2, written] =
    /^(?:(\d{1,2})\s+)?([A-Z][a-z]{2,8})\.?\s*(?:(\d{1,2}),?\s+)?(\d{4})$/.exec(text) ?? [];
  const month = word ? months.indexOf(word.slice(0, 3).toLowerCase()) + 1 : 0;
  return month && written ? valid(written, month, Number(day1 ?? day2 ?? 1)) : undefined;
}

function valid(year: string, month: number, day: number): string | undefined {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** The first of the names that holds a day. */
export function dayField(fields: Fields, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name);
    const inner = value && typeof value === "object" && "date" in value ? value.date : value;
    const day = inner == null ? undefined : dayOf(inner);
    if (day) return day;
  }
  return undefined;
}

const created = [
  "created",
  "date",
  "created_at",
  "createdAt",
  "publishDate",
  "published_at",
  "pubDate",
  "ms.date",
];
const updated = [
  "updated",
  "lastmod",
  "last_updated",
  "last_update",
  "lastUpdated",
  "modified",
  "updated_at",
  "updatedAt",
  "ms.date",
];

/** Words that lead to the article. Hugo's `aliases` are old addresses, which are no words. */
function searchWords(fields: Fields, modules: readonly string[], title: string): string[] {
  const words = listField(fields, "tags", "keywords", "aliases", "tag")
    .filter((word) => !/^\/|^https?:|\.html?$/i.test(word) && !modules.includes(word.toLowerCase()))
    .filter((word) => word.toLowerCase() !== title.toLowerCase())
    .map((word) => shorten(word, 200));
  return [...new Set(words)].slice(0, 60);
}

/**
 * The front matter of our article. Fields that mean the same here keep their value where it is
 * valid; everything else of the source is left out.
 */
export function frontMatterOf(
  fields: Fields,
  given: { id: string; title: string; created: string; modules: readonly string[] },
): FrontMatter {
  const { id, title, modules } = given;
  const tags = listField(fields, "modules", "tags").map((tag) => tag.toLowerCase());
  const isDraft = fields.get("draft") === true || fields.get("published") === false;
  const kept = [
    "audience",
    "governance",
    "review_by",
    "source_tickets",
    "related",
    "featured",
    "owner",
  ] as const;
  // A title that has to be cut stands whole where it is read and found.
  const whole = title.length > 120 ? title : "";
  const base = {
    id,
    title: shorten(title, 120),
    description: shorten(
      textField(fields, "description", "summary", "excerpt", "subtitle") || whole,
      300,
    ),
    modules: [...new Set(tags)].filter((tag) => modules.includes(tag)),
    created: dayField(fields, ...created, ...updated) ?? given.created,
    updated: dayField(fields, ...updated),
    aliases: [
      ...(whole === "" ? [] : [shorten(whole, 200)]),
      ...searchWords(fields, modules, title),
    ].slice(0, 60),
    confidence: isDraft
      ? "wip"
      : frontMatterSchema.shape.confidence.safeParse(fields.get("confidence")).data,
  };
  const own = kept.flatMap((key) => {
    const { success, data } = frontMatterSchema.shape[key].safeParse(fields.get(key));
    return success && fields.has(key) ? [[key, data]] : [];
  });
  const front = frontMatterSchema.parse({ ...base, ...Object.fromEntries(own) });
  return front.updated !== undefined && front.updated <= front.created
    ? { ...front, updated: undefined }
    : front;
}
