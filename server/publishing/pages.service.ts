/** Pages as files: each is the old one or the new one, never half of it. */
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Catalog } from "../../src/catalog.ts";
import type { Renderer } from "../../src/renderer/open.ts";
import { writeWhole } from "./searchfiles.service.ts";

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
