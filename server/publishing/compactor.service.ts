/** When a new base index is built: one at a time, while everything else goes on. */
import type { Locale } from "../../content/schema.ts";
import type { Catalog } from "../../src/catalog.ts";
import type { Deps } from "../deps.ts";
import { buildBeside, takeBase } from "./compact.service.ts";
import type { SearchPlace } from "./searchpublish.service.ts";
import type { Turns } from "./turns.ts";

type Compacted = {
  place: SearchPlace;
  contentDir: string;
  current: Catalog;
  due: Set<Locale>;
};

export type Compactor = {
  /** Begins what is due, unless one is being built. */
  look(): void;
  /** Resolves when nothing is being built. */
  settled(): Promise<void>;
  /** What is being built is not put to use any more; the next start begins again. */
  close(): void;
};

export function openCompactor(
  { log }: Pick<Deps, "log">,
  turns: Turns,
  site: Compacted,
): Compactor {
  let building: Promise<void> | null = null;
  let isClosed = false;
  const build = async (locale: Locale): Promise<void> => {
    const { place, contentDir } = site;
    const compaction = { place, contentDir, locale };
    const base = await buildBeside(compaction);
    if (isClosed) return;
    // In a turn: nobody publishes meanwhile, and the catalog is what is published.
    await turns.take(() => takeBase(compaction, base, site.current)).done;
  };
  const look = (): void => {
    const [locale] = site.due;
    if (building || isClosed || !locale) return;
    site.due.delete(locale);
    building = build(locale)
      // Search goes on with the delta it has; the next publication asks again.
      .catch((error) => log.error({ err: error, locale }, "compacting the search index failed"))
      .finally(() => {
        building = null;
        look();
      });
  };
  return {
    look,
    async settled() {
      while (building) await building;
    },
    close() {
      isClosed = true;
    },
  };
}
