/** The only writer of the content folder. A file is there whole or not at all, and never outside. */
import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { localeSchema, slugSchema } from "../../content/schema.ts";
import { Problem } from "../errors.ts";

/** Where an article lies below the content folder. */
export type ArticlePlace = { locale: string; category: string; slug: string };

/** @throws Problem `front_matter_invalid` when a part isn't a plain name: nothing leads out of the folder. */
export function contentPath(contentDir: string, { locale, category, slug }: ArticlePlace): string {
  const parts = [
    localeSchema.safeParse(locale),
    slugSchema.safeParse(category),
    slugSchema.safeParse(slug),
  ];
  if (parts.some(({ success }) => !success)) {
    throw new Problem("front_matter_invalid", { reason: `${locale}/${category}/${slug}` });
  }
  return join(contentDir, locale, category, `${slug}.md`);
}

/** Writes an article's file and has the disk keep it before it counts as written. */
export async function writeArticle(
  contentDir: string,
  place: ArticlePlace,
  text: string,
): Promise<void> {
  await writeDurably(contentPath(contentDir, place), text);
}

/** @throws the system's error when the disk refuses; the old file is then still there. */
export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
