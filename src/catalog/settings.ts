import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import { categoriesSchema, modulesSchema, siteSchema } from "../../content/schema.ts";
import { reasonOf } from "./article.ts";
import type { Catalog, ContentProblem } from "./model.ts";

type Settings = Pick<Catalog, "site" | "categories" | "modules">;

const nameless: Settings["site"] = {
  name: { en: "Help", zh: "帮助" },
  tagline: { en: "", zh: "" },
  hotline: "",
  hours: { en: "", zh: "" },
  email: "",
};

/** `site.yml`, `categories.yml` and `modules.yml`; a missing or broken one has an empty meaning. */
export function readSettings(dir: string): { settings: Settings; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>, fallback: T): T => {
    const file = join(dir, name);
    try {
      const { success, data, error } = schema.safeParse(parse(readFileSync(file, "utf8")));
      if (success) return data;
      problems.push({ file, reason: reasonOf(error) });
    } catch (error) {
      problems.push({ file, reason: String(error).split("\n")[0] ?? "cannot be read" });
    }
    return fallback;
  };
  const settings = {
    site: read("site.yml", siteSchema, nameless),
    categories: read("categories.yml", categoriesSchema, []),
    modules: read("modules.yml", modulesSchema, []),
  };
  return { settings, problems };
}
