/** Converts articles on several processor cores, as reading Markdown is most of an import's work. */
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type Imported, importArticle, type Planned, routesOf } from "./import.ts";
import { openPictures, type Pictures } from "./importfolder.service.ts";
import { folderOf, join } from "./importroutes.ts";

/** What a lane is given: its share of the articles, and all of them without their text for the links. */
type Share = { dir: string; articles: Planned[]; all: Planned[] };
export type Converted = {
  /** In the order of the articles. */
  made: Imported[];
  /** Paths of the pictures that were used, from the folder's root. */
  pictures: string[];
};

const tooDeep = "Its quotations, lists or tags stand too deep inside each other: flatten them.";

/** Below this number of articles a second lane costs more than it brings. */
const worthALane = 300;

export async function convertAll(dir: string, articles: Planned[]): Promise<Converted> {
  const lanes = Math.min(4, availableParallelism(), Math.ceil(articles.length / worthALane));
  const all = articles.map((article) => ({ ...article, body: "" }));
  if (lanes <= 1) return convert({ dir, articles, all });
  // Dealt out one by one: neighbours in a folder are alike in length.
  const shares = Array.from({ length: lanes }, (_, lane) =>
    articles.filter((_, i) => i % lanes === lane),
  );
  const parts = await Promise.all(shares.map((share) => inLane({ dir, articles: share, all })));
  return {
    made: articles.map((_, i) => parts[i % lanes]!.made[Math.floor(i / lanes)]!),
    pictures: parts.flatMap(({ pictures }) => pictures),
  };
}

function inLane(share: Share): Promise<Converted> {
  return new Promise((done, failed) => {
    const lane = new Worker(new URL(import.meta.url), {
      workerData: share,
      // Trees live for one article only: in a small nursery they would be copied again and again.
      resourceLimits: { maxYoungGenerationSizeMb: 192 },
    });
    lane.once("message", done).once("error", failed);
  });
}

function convert({ dir, articles, all }: Share): Converted {
  const routes = routesOf(all);
  const folder = openPictures(dir);
  const used = new Set<string>();
  const picture = (article: Planned, url: string) => pictureFor(folder, used, article, url);
  const made = articles.map((article) => {
    try {
      return importArticle(article, routes, picture);
    } catch (error) {
      // A tree deeper than the stack; one such file must not keep the others out.
      if (!(error instanceof RangeError)) throw error;
      return { ok: false as const, reason: tooDeep };
    }
  });
  return { made, pictures: [...used] };
}

/** Local pictures are looked for where the text stood, then where sites keep files for every page. */
function pictureFor(
  { picture }: Pictures,
  used: Set<string>,
  { path, origin }: Planned,
  url: string,
): string | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return null;
  const bare = decoded(url.replace(/[?#].*$/, ""));
  const folders = bare.startsWith("/")
    ? ["", "static", "public", "assets", "docs"]
    : [folderOf(path), folderOf(origin), "static", ""];
  for (const folder of folders) {
    const file = join(folder, bare);
    const found = picture(file);
    if (!found) continue;
    used.add(file);
    return `../../media/${found.name}`;
  }
  return null;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // A lone % is part of the name.
    return url;
  }
}

if (!isMainThread && workerData?.articles) parentPort?.postMessage(convert(workerData as Share));
