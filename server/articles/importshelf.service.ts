/** What the importer has to know of the knowledge base it imports into. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseDocument, YAMLSeq } from "yaml";
import { z } from "zod";
import {
  type Category,
  categoriesSchema,
  localeSchema,
  locales,
  modulesSchema,
} from "#content/schema.ts";
import type { Existing, Ledger } from "./importmodel.ts";

const memorySchema = z.object({
  id: z.string(),
  locale: localeSchema,
  category: z.string(),
  slug: z.string(),
  created: z.string(),
  sha256: z.string(),
  pair: z.string(),
});
const ledgerSchema = z.record(z.string(), z.record(z.string(), memorySchema));

export type Shelf = {
  ledger: Ledger;
  existing: Existing[];
  categories: Category[];
  modules: string[];
  /** The text of `categories.yml` with more of them at its end; comments stay. */
  withCategories(added: readonly Category[]): string;
};

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** @throws Error when a settings file is broken: importing into a broken knowledge base would break it more. */
export function readShelf(dir: string): Shelf {
  const yaml = textOf(join(dir, "categories.yml"));
  return {
    ledger: ledgerSchema.parse(JSON.parse(textOf(join(dir, "imports.json")) || "{}")),
    existing: existingIn(dir),
    categories: categoriesSchema.parse(parse(yaml) ?? []),
    modules: modulesSchema.parse(parse(textOf(join(dir, "modules.yml"))) ?? []).map(({ id }) => id),
    withCategories(added) {
      const document = parseDocument(yaml);
      if (!(document.contents instanceof YAMLSeq))
        document.contents = document.createNode([]) as never;
      for (const category of added) document.add(document.createNode(category));
      return document.toString({ lineWidth: 0 });
    },
  };
}

function existingIn(dir: string): Existing[] {
  return locales.flatMap((locale) =>
    namesIn(join(dir, locale)).flatMap((category) =>
      namesIn(join(dir, locale, category))
        .filter((name) => name.endsWith(".md"))
        .map((name): Existing => {
          const head = readFileSync(join(dir, locale, category, name), "utf8").slice(0, 4000);
          const id = /^id:\s*["']?(kb-\d{4,9})/m.exec(head)?.[1] ?? "";
          return { locale, category, slug: name.slice(0, -3), id };
        }),
    ),
  );
}

const namesIn = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true })
        .filter(({ name }) => !name.startsWith("."))
        .map(({ name }) => name)
    : [];

/** The hash of an article's file, or "" where there is none. */
export function shaAt(dir: string, { locale, category, slug }: Omit<Existing, "id">): string {
  const path = join(dir, locale, category, `${slug}.md`);
  return existsSync(path) ? sha256(readFileSync(path)) : "";
}

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");
