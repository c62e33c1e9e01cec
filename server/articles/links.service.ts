/** Which addresses in a draft lead somewhere, as the page will resolve them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { renderEntry } from "../../src/catalog/current.ts";
import { entryAt } from "../../src/catalog.ts";
import { renderMarkdown } from "../../src/markdown/render.ts";
import type { Deps } from "../deps.ts";
import { allPaths } from "../publishing/affected.ts";
import type { StoredDraft } from "./articles.repo.ts";
import { readMarkdown } from "./markdown.ts";
import { addressesIn } from "./textchecks.ts";

type Place = Pick<StoredDraft, "locale" | "category" | "slug" | "body">;

export async function workingAddresses(deps: Deps, draft: Place): Promise<Set<string>> {
  const working = new Set<string>();
  for (const address of new Set(addressesIn(readMarkdown(draft.body)))) {
    if (await leadsSomewhere(deps, draft, address)) working.add(address);
  }
  return working;
}

async function leadsSomewhere(deps: Deps, draft: Place, address: string): Promise<boolean> {
  const place = `${draft.locale}/${draft.category}/${draft.slug}`;
  const base = `file:///${place}`;
  if (!URL.canParse(address, base)) return false;
  const { protocol, pathname, hash } = new URL(address, base);
  if (protocol !== "file:") return true;
  const anchor = decodeURIComponent(hash.slice(1));
  const path = decodeURIComponent(pathname);
  if (path === `/${place}`) {
    const { headings } = await renderMarkdown(draft.body, { locale: draft.locale, place });
    return headings.some(({ id }) => id === anchor);
  }
  const catalog = deps.publisher.catalog();
  const entry = entryAt(catalog, path.replace(/\.md$/, "/"));
  if (!entry) return allPaths(catalog).includes(path) || existsSync(join(deps.contentDir, path));
  if (!anchor) return true;
  return (await renderEntry(entry)).headings.some(({ id }) => id === anchor);
}
