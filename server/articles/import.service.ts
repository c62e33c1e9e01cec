import type { Locale } from "#content/schema.ts";
import { type ContentFile, openContentFiles } from "../publishing/contentfiles.service.ts";
import {
  type Ledger,
  type Memory,
  type Planned,
  planImport,
  type Refusal,
  type Remark,
} from "./import.ts";
import {
  openPictures,
  openSourceFolder,
  type Picture,
  sourceName,
} from "./importfolder.service.ts";
import { convertAll } from "./importlanes.service.ts";
import type { FileResult, ImportReport } from "./importreport.ts";
import { readShelf, sha256, shaAt } from "./importshelf.service.ts";

export type ImportOrder = {
  /** The folder with the foreign files. */
  dir: string;
  contentDir: string;
  /** The name the folder is remembered by. Default: the folder's name. */
  source?: string;
  /** The language of files that do not say theirs. */
  locale?: Locale;
  /** Say what would happen and write nothing. */
  dryRun?: boolean;
  now: Date;
};

/** What is to be written for one article. */
type Outcome = { result: FileResult; memory?: Memory; file?: ContentFile };

/**
 * Imports a folder of Markdown files. A file that was imported before updates its article, unless
 * the article was edited here since; nothing else in the knowledge base is changed.
 * @throws Error when `dir` is no folder or the knowledge base's settings are broken.
 */
export async function importFolder(order: ImportOrder): Promise<ImportReport> {
  const started = performance.now();
  const { dir, contentDir, locale, dryRun = false } = order;
  const source = order.source ?? sourceName(dir);
  const folder = openSourceFolder(dir);
  const shelf = readShelf(contentDir);
  const today = order.now.toISOString().slice(0, 10);
  const plan = planImport(folder.files, { ...shelf, source, locale, today });
  const remarks: Remark[] = [...plan.remarks];
  const refused: Refusal[] = [...folder.refused, ...plan.refused];
  const old = shelf.ledger[source] ?? {};
  const converted = await convertAll(dir, plan.articles);
  const outcomes = plan.articles.flatMap((article, i): Outcome[] => {
    const made = converted.made[i]!;
    if (!made.ok) {
      refused.push({ path: article.path, reason: made.reason });
      return [];
    }
    remarks.push(...made.remarks.map((remark: string) => ({ path: article.path, remark })));
    return [outcomeOf(article, made.file, old[article.path], contentDir)];
  });
  const pictures = picturesOf(dir, converted.pictures);
  const edited = outcomes
    .filter(({ result }) => result.status === "edited")
    .map(({ result }) => editedRefusal(result));
  const report: ImportReport = {
    source,
    dryRun,
    files: outcomes.map(({ result }) => result).filter(({ status }) => status !== "edited"),
    refused: [...refused, ...edited].sort((a, b) => (a.path < b.path ? -1 : 1)),
    remarks: remarks.sort((a, b) => (a.path < b.path ? -1 : 1)),
    gone: Object.keys(old).filter((path) => !folder.files.some((file) => file.path === path)),
    newCategories: plan.newCategories.map(({ id }) => id),
    pictures: pictures.length,
    tookMs: 0,
  };
  if (!dryRun)
    await write(contentDir, {
      source,
      ledger: shelf.ledger,
      outcomes,
      pictures,
      categories: plan.newCategories.length ? shelf.withCategories(plan.newCategories) : null,
    });
  return { ...report, tookMs: Math.round(performance.now() - started) };
}

const editedRefusal = ({ path, article }: FileResult): Refusal => ({
  path,
  reason: `It changed, but its article ${article} was edited here: remove the article to take the new text, or leave it.`,
});

function picturesOf(dir: string, paths: readonly string[]): Picture[] {
  const { picture } = openPictures(dir);
  const byName = new Map(
    paths.flatMap((path) => {
      const found = picture(path);
      return found ? [[found.name, found] as const] : [];
    }),
  );
  return [...byName.values()];
}

function outcomeOf(
  article: Planned,
  text: string,
  memory: Memory | undefined,
  contentDir: string,
): Outcome {
  const { path, origin: _, pair, locale, category, slug, front } = article;
  const place = { locale, category, slug };
  const here = shaAt(contentDir, place);
  const fresh = sha256(text);
  const base = {
    path,
    id: front.id,
    title: front.title,
    article: `${locale}/${category}/${slug}`,
    published: front.confidence !== "wip",
  };
  const remembered: Memory = {
    ...place,
    id: front.id,
    created: front.created,
    sha256: fresh,
    pair,
  };
  const file: ContentFile = { kind: "article", place, text };
  if (here === fresh) return { result: { ...base, status: "unchanged" }, memory: remembered };
  if (here === "" || here === memory?.sha256) {
    return {
      result: { ...base, status: memory ? "changed" : "imported" },
      memory: remembered,
      file,
    };
  }
  // Edited here: as long as the source stays the same, the edit simply stands.
  const status = fresh === memory?.sha256 ? "unchanged" : "edited";
  return { result: { ...base, status }, memory };
}

type Work = {
  source: string;
  ledger: Ledger;
  outcomes: readonly Outcome[];
  pictures: readonly Picture[];
  categories: string | null;
};

/** New numbers are remembered before the files are there, so that an import cut short cannot double them. */
async function write(
  contentDir: string,
  { source, ledger, outcomes, pictures, categories }: Work,
): Promise<void> {
  const content = await openContentFiles(contentDir);
  const old = ledger[source] ?? {};
  const after = Object.fromEntries(
    outcomes.flatMap(({ result, memory }) => (memory ? [[result.path, memory]] : [])),
  );
  const remember = (files: Record<string, Memory>): ContentFile => {
    const sorted = Object.fromEntries(
      Object.entries({ ...ledger, [source]: files }).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    return { kind: "settings", name: "imports.json", text: `${JSON.stringify(sorted, null, 1)}\n` };
  };
  if (
    JSON.stringify({ ...old, ...after }) === JSON.stringify(old) &&
    outcomes.every(({ file }) => !file)
  )
    return;
  await content.write([remember({ ...after, ...old })]);
  if (categories !== null)
    await content.write([{ kind: "settings", name: "categories.yml", text: categories }]);
  await content.write(pictures.map((picture): ContentFile => ({ kind: "media", ...picture })));
  await content.write(outcomes.flatMap(({ file }) => file ?? []));
  await content.write([remember({ ...old, ...after })]);
}
