import type { Locale } from "#content/schema.ts";
import { withoutTechnical } from "./importcategories.ts";
import { listField, plain, textField } from "./importfields.ts";
import { splitFile } from "./importfront.ts";
import { firstHeading } from "./importheading.ts";
import { localeOf, localeOfText, type Spoken, splitLanguage } from "./importlocale.ts";
import type { SourceFile } from "./importmodel.ts";
import { latinSlug } from "./importnames.ts";

/** What is known of a file from itself alone. */
export type Candidate = {
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

const untitled =
  "It has no title: add a title: field to its front matter, or begin it with a # heading.";

/** Reads a file; the reason it gives for refusing one is a sentence for its author. */
export function readCandidate(
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
  if (title === "") return refused(untitled);
  if (title.length < 2) return refused("Its title has one letter only: at least two are needed.");
  const rest =
    heading && plain(heading.text) === title
      ? body.slice(0, heading.start) + body.slice(heading.end)
      : body;
  if (!hasWords(rest)) return refused("It has no text under its title.");
  const pair = there.rest;
  const category =
    textField(fields, "category", "section", "topic") ||
    (listField(fields, "category", "categories")[0] ?? folderOf(pair));
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
      .replace(/^[ \t]*(?:import|export)\s.*$/gm, "")
      .replace(/<\/?[a-z][^<>]*>/gi, (tag) => (/\b(?:src|title)=/.test(tag) ? tag : "")),
  );

function folderOf(pair: string): string {
  return withoutTechnical(pair)
    .split("/")
    .slice(0, -1)
    .map((part) => part.replace(/^\d+[-_. ]+(?=\D)/, ""))
    .join("/");
}

function demandedSlug(fields: ReadonlyMap<string, unknown>): string {
  return latinSlug(textField(fields, "slug").replace(/\/+$/, "").split("/").at(-1) ?? "");
}
