import type { Locale } from "#content/schema.ts";
import { type Candidate, readCandidate } from "./importcandidate.ts";
import { assignCategories, type CategoryName, withoutTechnical } from "./importcategories.ts";
import { frontMatterOf } from "./importfields.ts";
import { languageRoots } from "./importlocale.ts";
import type { Memory, Place, Plan, Planned, Remark, Setting, SourceFile } from "./importmodel.ts";
import { latinSlug } from "./importnames.ts";
import { numbering } from "./importnumbers.ts";
import { freeSlug, proposeSlug } from "./slug.ts";

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

/** `03-wifi` in a folder is the page `wifi`; `index` is named after its folder. */
function fileSlug(pair: string): string {
  const parts = withoutTechnical(pair)
    .split("/")
    .map((part) => part.replace(/^\d+[-_. ]+(?=.)/, ""));
  const last = parts.at(-1) ?? "";
  const name = /^(?:_?index|readme)$/i.test(last) ? (parts.at(-2) ?? "") : last;
  return /\p{Script=Han}/u.test(name) ? "" : latinSlug(name);
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
        "Its title was longer than 120 characters and was cut; the whole title is its description and a search word.",
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
