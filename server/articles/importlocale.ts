import type { Locale } from "#content/schema.ts";

/** What a file says about its language: one of ours, another one, or nothing. */
export type Spoken = { locale: Locale } | { foreign: string } | null;

/** Reads `zh-CN`, `en_US`, `cn`, `Chinese`… Traditional Chinese is another language than ours. */
export function localeOf(name: string): Spoken {
  const tag = name.trim().toLowerCase().replaceAll("_", "-");
  if (tag === "") return null;
  if (/^(?:zh|cn|zh-(?:cn|sg|my|hans(?:-[a-z]{2})?)|chinese|中文|简体中文)$/.test(tag))
    return { locale: "zh" };
  if (/^(?:en(?:-[a-z]{2,3}|-\d{3})?|english)$/.test(tag)) return { locale: "en" };
  return { foreign: name.trim() };
}

const named = (segment: string): Locale | undefined => {
  const spoken = localeOf(segment);
  return spoken && "locale" in spoken ? spoken.locale : undefined;
};

/** Folders in which a language has a folder of its own, as in `docs/en/` and `docs/zh/`: `docs`. */
export function languageRoots(paths: readonly string[]): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const path of paths) {
    const parts = path.split("/");
    parts.slice(0, -1).forEach((part, i) => {
      if (named(part)) roots.add(parts.slice(0, i).join("/"));
    });
  }
  return roots;
}

const suffix = /\.([a-z]{2}(?:[-_][a-z]{2,4})?)$/i;

/**
 * What the path says about the language, and the path without it. A folder named like a foreign
 * language counts as one only beside a folder of ours or with a region: `it/` is mostly IT.
 * @param path without extension.
 */
export function splitLanguage(
  path: string,
  roots: ReadonlySet<string>,
): { spoken: Spoken; rest: string } {
  const parts = path.split("/");
  const at = parts.findIndex(
    (part, i) => i < parts.length - 1 && isLanguage(part, parts, i, roots),
  );
  const bySuffix = suffix.exec(parts.at(-1) ?? "")?.[1];
  const folder = at < 0 ? undefined : parts[at];
  if (bySuffix && named(bySuffix)) parts.push(parts.pop()!.replace(suffix, ""));
  if (folder !== undefined) {
    parts.splice(at, 1);
    // Some exports write the language in front of the file's name as well.
    parts.push(parts.pop()!.replace(new RegExp(`^${folder}-(?=.)`, "i"), ""));
  }
  const said = folder ?? (bySuffix && named(bySuffix) ? bySuffix : "");
  return { spoken: localeOf(said), rest: parts.join("/") };
}

function isLanguage(part: string, parts: string[], i: number, roots: ReadonlySet<string>): boolean {
  if (named(part)) return true;
  if (/^[a-z]{2}[-_](?:[A-Z]{2}|Han[st])$/.test(part)) return true;
  return /^[a-z]{2}$/.test(part) && roots.has(parts.slice(0, i).join("/"));
}

const count = (text: string, script: RegExp): number => text.match(script)?.length ?? 0;

/** The language of a text by its letters, code left out. A Chinese character weighs like a word. */
export function localeOfText(text: string): Spoken {
  const prose = text
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, " ")
    .replace(/`[^`\n]*`|https?:\S+/g, " ");
  const han = count(prose, /\p{Script=Han}/gu);
  const kana = count(prose, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const latin = count(prose, /\p{Script=Latin}/gu);
  if (kana > 4 && kana * 5 > han && (han + kana) * 5 > latin) return { foreign: "Japanese" };
  const other = count(prose, /(?!\p{Script=Latin}|\p{Script=Han})\p{L}/gu);
  if (other > han && other > latin)
    return { foreign: "a script that is neither Latin nor Chinese" };
  if (han === 0 && latin === 0) return null;
  return { locale: han * 5 > latin ? "zh" : "en" };
}
