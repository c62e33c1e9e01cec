import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, YAMLError } from "yaml";
import type { z } from "zod";
import { m } from "#messages";
import {
  categoriesSchema,
  type Locale,
  modulesSchema,
  siteSchema,
  synonymsSchema,
} from "../../content/schema.ts";
import { inEach, reasonOf } from "./faults.ts";
import type { Catalog, ContentProblem } from "./model.ts";

type Settings = Pick<Catalog, "site" | "categories" | "modules" | "synonyms">;

const nameless: Settings["site"] = {
  name: { en: "Help", zh: "帮助" },
  tagline: { en: "", zh: "" },
  hotline: "",
  hours: { en: "", zh: "" },
  email: "",
  receipts: true,
};

/** `site.yml`, `categories.yml`, `modules.yml` and the synonyms; a missing or broken one has an empty meaning. */
export function readSettings(dir: string): { settings: Settings; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>, fallback: T): T => {
    const file = join(dir, name);
    try {
      const found = parse(readFileSync(file, "utf8"));
      const { success, data, error } = schema.safeParse(found);
      if (success) return data;
      problems.push({ file, reason: reasonOf(error, found) });
    } catch (error) {
      const detail = String(error).split("\n")[0]!;
      const say =
        error instanceof YAMLError ? m.knowledge_fault_yaml : m.knowledge_fault_unreadable;
      problems.push({ file, reason: inEach((options) => say({ detail }, options)) });
    }
    return fallback;
  };
  /** A help center can do without. */
  const synonyms = (locale: Locale) => {
    const name = `synonyms.${locale}.yml`;
    return existsSync(join(dir, name)) ? read(name, synonymsSchema, []) : [];
  };
  const settings = {
    site: read("site.yml", siteSchema, nameless),
    categories: read("categories.yml", categoriesSchema, []),
    modules: read("modules.yml", modulesSchema, []),
    synonyms: { en: synonyms("en"), zh: synonyms("zh") },
  };
  return { settings, problems };
}
