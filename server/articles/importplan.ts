import type { Locale } from "#content/schema.ts";
import { assignCategories, type CategoryName, withoutTechnical } from "./importcategories.ts";
import { frontMatterOf, listField, plain, textField } from "./importfields.ts";
import { splitFile } from "./importfront.ts";
import { firstHeading } from "./importheading.ts";
import {
  languageRoots,
  localeOf,
  localeOfText,
  type Spoken,
  splitLanguage,
} from "./importlocale.ts";
import type {
  Memory,
  Place,
  Plan,
  Planned,
  Refusal,
  Remark,
  Setting,
  SourceFile,
} from "./importmodel.ts";
import { latinSlug } from "./importnames.ts";
import { freeSlug, proposeSlug } from "./slug.ts";

/** What is known of a file from itself alone. */
type Candidate = {
  path: string;
  origin: string;
  pair: string;
  locale: Locale;
  title: string;
  category: string;
  /** As the source demands it; empty = none. */
  slug: string;
  fields: ReadonlyMap<string, unknown>;
  body: string;
};

const refused = (reason: string) => ({ ok: false as const, reason });

/**
 * Says for every file which article it becomes: id, place and front matter, or why it becomes none.
 * A file that was imported before keeps its id and its place.
 */
export function planImport(files: readonly SourceFile[], setting: Setting): Plan {
  const plan: Plan = { articles: [], refused: [], remarks: [], newCategories: [] };
  const roots = languageRoots(files.map(({ path }) => path));
  const candidates = files.flatMap((file) => {
    const read = readCandidate(file, roots, setting.locale);
    if (read.ok) return [read.candidate];
    plan.refused.push({ path: file.path, reason: read.reason });
    return [];
  });
  const names = candidates.map(
    ({ pair, locale, category }): CategoryName => ({ pair, locale, name: category }),
  );
  const { ids, added } = assignCategories(names, setting.categories);
  const numbers = numbering(candidates, setting);
  const taken = takenSlugs(setting);
  candidates.forEach((candidate, i) => {
    const memory = setting.ledger[setting.source]?.[candidate.path];
    const place = memory ?? placeOf(candidate, ids[i]!, numbers(candidate), taken);
    if ("reason" in place) plan.refused.push({ path: candidate.path, reason: place.reason });
    else plan.articles.push(planned(candidate, place, setting, plan.remarks));
  });
  const used = new Set(plan.articles.map(({ category }) => category));
  plan.newCategories = added.filter(({ id }) => used.has(id));
  return plan;
}

function readCandidate(
  { path, text }: SourceFile,
  roots: ReadonlySet<string>,
  fallback: Locale | undefined,
): { ok: true; candidate: Candidate } | { ok: false; reason: string } {
  const split = splitFile(text);
  if (!split.ok) return split;
  const { fields, body } = split;
  const origin = originOf(path, fields);
  const here = splitLanguage(bare(path), roots);
  const there = splitLanguage(bare(origin), roots);
  const spoken = said(fields) ?? here.spoken ?? there.spoken;
  const locale = decide(spoken, `${textField(fields, "title")}\n${body}`, fallback);
  if ("reason" in locale) return refused(locale.reason);
  const heading = firstHeading(body);
  const title =
    textField(fields, "title", "Title", "linkTitle", "sidebarTitle", "sidebar_label") ||
    plain(heading?.text ?? "");
  if (title.length < 2)
    return refused(
      "It has no title: add a title: field to its front matter, or begin it with a # heading.",
    );
  const rest =
    heading && plain(heading.text) === title
      ? body.slice(0, heading.start) + body.slice(heading.end)
      : body;
  if (!hasWords(rest)) return refused("It has no text under its title.");
  const pair = there.rest;
  const category =
    listField(fields, "category", "categories", "section", "topic")[0] ?? folderOf(pair);
  return {
    ok: true,
    candidate: {
      path,
      origin,
      pair,
      locale: locale.locale,
      title,
      category,
      slug: demandedSlug(fields),
      fields,
      body: rest,
    },
  };
}

const bare = (path: string): string => path.replace(/\.(?:md|mdx|markdown)$/i, "");

/** Exports that flatten folders say in `source_path` where a text lay before. */
function originOf(path: string, fields: ReadonlyMap<string, unknown>): string {
  const origin = textField(fields, "source_path")
    .replaceAll("\\", "/")
    .replace(/^\.?\//, "");
  return /\.(?:md|mdx|markdown)$/i.test(origin) && !origin.split("/").includes("..")
    ? origin
    : path;
}

function said(fields: ReadonlyMap<string, unknown>): Spoken {
  return localeOf(textField(fields, "lang", "locale", "language"));
}

function decide(
  spoken: Spoken,
  text: string,
  fallback: Locale | undefined,
): { locale: Locale } | { reason: string } {
  if (spoken && "locale" in spoken) return spoken;
  if (fallback) return { locale: fallback };
  const found = spoken ?? localeOfText(text);
  if (found && "locale" in found) return found;
  const what = found
    ? `Its language, ${found.foreign}, is not one of this help center (en, zh)`
    : "Its language can't be told";
  return { reason: `${what}: say it with lang: in its front matter, or import it with --locale.` };
}

const hasWords = (body: string): boolean =>
  /[\p{L}\p{N}]/u.test(
    body
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/^\s*(?:import|export)\s.*$/gm, "")
      .replace(/<\/?[a-z][^<>]*>/gi, (tag) => (/\b(?:src|title)=/.test(tag) ? tag : "")),
  );

function folderOf(pair: string): string {
  return withoutTechnical(pair).split("/").slice(0, -1).join("/");
}

function demandedSlug(fields: ReadonlyMap<string, unknown>): string {
  return latinSlug(textField(fields, "slug").replace(/\/+$/, "").split("/").at(-1) ?? "");
}

/** `03-wifi` in a folder is the page `wifi`; `index` is named after its folder. */
function fileSlug(pair: string): string {
  const parts = withoutTechnical(pair)
    .split("/")
    .map((part) => part.replace(/^\d+[-_. ]+(?=.)/, ""));
  const last = parts.at(-1) ?? "";
  const name = /^(?:_?index|readme)$/i.test(last) ? (parts.at(-2) ?? "") : last;
  return /\p{Script=Han}/u.test(name) ? "" : latinSlug(name);
}

type Numbers = (candidate: Candidate) => string;

/** Gives translations the same number, and a new number to what has none. */
function numbering(
  candidates: readonly Candidate[],
  { ledger, source, existing }: Setting,
): Numbers {
  const memories = Object.entries(ledger).flatMap(([name, files]) =>
    Object.values(files).map((memory) => ({ name, memory })),
  );
  const used = new Set(
    [...existing, ...memories.map(({ memory }) => memory)].map(
      ({ id, locale }) => `${locale} ${id}`,
    ),
  );
  const byPair = new Map<string, string>();
  const remember = (pair: string, id: string): void => {
    if (!byPair.has(pair)) byPair.set(pair, id);
  };
  for (const { name, memory } of memories) if (name === source) remember(memory.pair, memory.id);
  // Two folders, one a language: the same path below them is the same text. A bare file name says too little.
  for (const { name, memory } of memories)
    if (name !== source && memory.pair.includes("/")) remember(memory.pair, memory.id);
  const highest = [...existing, ...memories.map(({ memory }) => memory)].map(({ id }) =>
    Number(id.slice(3)),
  );
  let next = Math.max(0, ...highest.filter(Number.isFinite)) + 1;
  const claim = (id: string, locale: Locale): boolean => {
    if (used.has(`${locale} ${id}`)) return false;
    used.add(`${locale} ${id}`);
    return true;
  };
  // Ids that files bring along come first, so that no new number takes one of them.
  const brought = new Map<Candidate, string>();
  for (const candidate of candidates) {
    const id = textField(candidate.fields, "id");
    if (!/^kb-\d{4,9}$/.test(id) || ledger[source]?.[candidate.path]) continue;
    if (claim(id, candidate.locale)) brought.set(candidate, id);
    next = Math.max(next, Number(id.slice(3)) + 1);
  }
  return (candidate) => {
    const own = brought.get(candidate);
    const shared = byPair.get(candidate.pair);
    const id =
      own ??
      (shared && claim(shared, candidate.locale)
        ? shared
        : `kb-${String(next++).padStart(6, "0")}`);
    used.add(`${candidate.locale} ${id}`);
    remember(candidate.pair, id);
    return id;
  };
}

type Taken = Map<string, Set<string>>;

function takenSlugs({ existing, ledger }: Setting): Taken {
  const taken: Taken = new Map();
  const places: Place[] = [
    ...existing,
    ...Object.values(ledger).flatMap((files) => Object.values(files)),
  ];
  for (const { locale, category, slug } of places) folder(taken, locale, category).add(slug);
  return taken;
}

function folder(taken: Taken, locale: Locale, category: string): Set<string> {
  const key = `${locale}/${category}`;
  const slugs = taken.get(key) ?? new Set();
  taken.set(key, slugs);
  return slugs;
}

function placeOf(
  { locale, slug, pair, title }: Candidate,
  category: string,
  id: string,
  taken: Taken,
): (Place & { id: string }) | { reason: string } {
  const slugs = folder(taken, locale, category);
  if (slug !== "" && slugs.has(slug)) {
    return {
      reason: `Another article is at ${locale}/${category}/${slug} already: give one of them another slug.`,
    };
  }
  const free = freeSlug(slug || fileSlug(pair) || proposeSlug(title, id), slugs);
  slugs.add(free);
  return { locale, category, slug: free, id };
}

function planned(
  candidate: Candidate,
  place: Place & { id: string } & Partial<Memory>,
  setting: Setting,
  remarks: Remark[],
): Planned {
  const { path, origin, pair, fields, body, title } = candidate;
  const front = frontMatterOf(fields, {
    id: place.id,
    title,
    created: place.created ?? setting.today,
    modules: setting.modules,
  });
  if (front.title !== title)
    remarks.push({
      path,
      remark:
        "Its title was longer than 120 characters and was cut; the whole title is among its search words.",
    });
  if (front.confidence === "wip")
    remarks.push({
      path,
      remark:
        "It is a draft at the source, so it is not published: change confidence: wip to publish it.",
    });
  const { locale, category, slug } = place;
  return { path, origin, pair, locale, category, slug, front, body };
}

export type { Refusal };
