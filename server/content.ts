/** Reads the settings that lie with the knowledge base: site, categories, modules, forms. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import { formsSchema } from "../content/forms.ts";
import { categoriesSchema, modulesSchema, siteSchema } from "../content/schema.ts";
import { exitCodes, StartupProblem } from "./errors.ts";

const files = {
  site: siteSchema,
  categories: categoriesSchema,
  modules: modulesSchema,
  forms: formsSchema,
};

export type ContentSettings = { [K in keyof typeof files]: z.infer<(typeof files)[K]> };

/**
 * @returns a reader that gives the present settings, re-read when a file has changed. A file that
 * became faulty while running leaves the last good one in force.
 * @throws StartupProblem at the first read when a file is missing or faulty.
 */
export function contentSettings(folder: string): () => ContentSettings {
  const cache = new Map<string, { stamp: number; value: unknown }>();
  const read = (name: keyof typeof files): unknown => {
    const path = join(folder, `${name}.yml`);
    const known = cache.get(name);
    try {
      const stamp = statSync(path).mtimeMs;
      if (known?.stamp === stamp) return known.value;
      const value = files[name].parse(parse(readFileSync(path, "utf8")));
      cache.set(name, { stamp, value });
      return value;
    } catch (error) {
      if (known) return known.value;
      throw new StartupProblem(
        exitCodes.environment,
        `${path} can't be used: ${(error as Error).message}`,
      );
    }
  };
  const all = () =>
    Object.fromEntries(Object.keys(files).map((name) => [name, read(name as keyof typeof files)]));
  all();
  return all as () => ContentSettings;
}
