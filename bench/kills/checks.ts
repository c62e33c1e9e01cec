/** What must hold of a site at whatever instant its publisher was killed. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileLoader } from "../../server/publishing/searchread.service.ts";
import { createSearch } from "../../src/search/search.ts";

/** What was acknowledged last for each article file. */
export type Acknowledged = ReadonlyMap<string, string>;

/**
 * Acknowledged changes that still stand in the content folder. One of them may not: the change that was
 * under way at the kill wrote over it.
 */
export const standing = (content: string, acknowledged: Acknowledged): Acknowledged =>
  new Map(
    [...acknowledged].filter(([path, word]) => {
      const file = join(content, path);
      return existsSync(file) && readFileSync(file, "utf8").includes(word);
    }),
  );

const whole = { html: /<\/html>\s*$/, xml: /<\/(urlset|rss)>\s*$/ };

/** Pages that are neither the old nor the new one. */
export function tornPages(site: string): string[] {
  const files = globSync("{en,zh}/**/*.{html,xml}", { cwd: site });
  return [...files, "sitemap.xml"].filter((file) => {
    const kind = file.endsWith(".html") ? "html" : "xml";
    return !whole[kind].test(readFileSync(join(site, file), "utf8"));
  });
}

/** Acknowledged changes that readers don't find, or find and are led to nothing. */
export async function unfound(site: string, acknowledged: Acknowledged): Promise<string[]> {
  const searches = {
    en: createSearch(fileLoader(site, "en")),
    zh: createSearch(fileLoader(site, "zh")),
  };
  const missing: string[] = [];
  for (const [path, word] of acknowledged) {
    const { results } = await searches[path.slice(0, 2) as "en" | "zh"].search(word);
    const dead = results.filter(({ url }) => !existsSync(join(site, url, "index.html")));
    if (dead.length > 0) missing.push(`${word} leads to nothing`);
    if (!results.some(({ url }) => url === `/${path.replace(/md$/, "").replace(/\.$/, "")}/`))
      missing.push(`${path} is not found by ${word}`);
  }
  return missing;
}

/** Acknowledged changes whose page doesn't say them. */
export function unsaid(site: string, acknowledged: Acknowledged): string[] {
  return [...acknowledged]
    .filter(([path, word]) => {
      const page = join(site, path.replace(/\.md$/, ""), "index.html");
      return !existsSync(page) || !readFileSync(page, "utf8").includes(word);
    })
    .map(([path]) => path);
}
