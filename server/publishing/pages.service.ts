/** Pages as files: each is the old one or the new one, never half of it. */
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { redirectsOf } from "../../src/catalog/redirects.ts";
import type { Catalog } from "../../src/catalog.ts";
import type { Renderer } from "../../src/renderer/open.ts";
import { writeWhole } from "./searchfiles.service.ts";

/**
 * The addresses that lead elsewhere, as many hosts of static sites read them (`_redirects`), so that
 * they answer with 301; each is a page as well, for hosts that don't.
 */
export const writeRedirects = (siteDir: string, catalog: Catalog): Promise<void> =>
  writeWhole(
    join(siteDir, "_redirects"),
    Object.entries(redirectsOf(catalog))
      .map(([from, to]) => `${from} ${to} 301\n`)
      .join(""),
  );

/** Renders the given paths; those without a page any more are removed. */
export async function writePages(
  siteDir: string,
  render: Renderer,
  paths: readonly string[],
  catalog: Catalog,
): Promise<void> {
  for (const path of paths) {
    const file = join(siteDir, path.endsWith("/") ? `${path}index.html` : path);
    const page = await render(path, catalog);
    if (page.status === 200 || path.includes("404")) await writeWhole(file, page.body);
    else await rm(path.endsWith("/") ? dirname(file) : file, { recursive: true, force: true });
  }
}
