/** Whatever happens to the folder, watched or not, the site is what a new one would be. */
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { pino } from "pino";
import { afterAll, expect, test } from "vitest";
import { parseEnv } from "../../server/env.ts";
import { now } from "../../server/now.ts";
import { openPublisher, type Publisher } from "../../server/publishing/publisher.service.ts";
import { closeIndexer } from "../../server/publishing/searchindex.service.ts";
import { fileLoader } from "../../server/publishing/searchread.service.ts";
import type { SearchEntry } from "../../src/search/entry.ts";
import { createSearch } from "../../src/search/search.ts";
import { openShelf } from "../site/shelf.ts";

const log = pino({ level: "silent" });
const folders: string[] = [];
afterAll(async () => {
  await closeIndexer();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), "answerable-site-"));
  folders.push(folder);
  return folder;
}

const open = (data: string, content: string) =>
  openPublisher(
    { env: parseEnv({ DATA_DIR: data, PUBLIC_URL: "http://localhost:4321" }), log, now },
    content,
    () => {},
  );

/** Every page and feed by its path. */
function pages(data: string): Map<string, string> {
  const site = join(data, "site");
  const files = globSync("**/*.{html,xml}", { cwd: site }).filter((f) => !f.startsWith("console"));
  return new Map(files.sort().map((file) => [file, readFileSync(join(site, file), "utf8")]));
}

/** What a site made anew says differently: paths of pages, and titles that aren't found. */
async function differences(data: string, content: string, titles: string[]): Promise<string[]> {
  const fresh = place();
  const other = await open(fresh, content);
  await other.close();
  const [ours, theirs] = [pages(data), pages(fresh)];
  const paths = new Set([...ours.keys(), ...theirs.keys()]);
  const found = await Promise.all(titles.map((title) => hits(data, title)));
  const wanted = await Promise.all(titles.map((title) => hits(fresh, title)));
  return [
    ...[...paths].filter((path) => ours.get(path) !== theirs.get(path)),
    ...titles.filter((_, i) => found[i] !== wanted[i]),
  ];
}

async function hits(data: string, title: string): Promise<string> {
  const search = createSearch(fileLoader(join(data, "site"), "en"));
  const { results } = await search.search(title, { limit: 10 });
  return results
    .map(({ url }) => url)
    .sort()
    .join(" ");
}

const words = ["zeppelin", "lantern", "harbor", "walnut", "saffron", "glacier"];
const topics = ["orders", "setup"];
type Act = {
  what: "write" | "remove" | "archive" | "move" | "sync" | "restart";
  n: number;
  to: number;
};

const act = fc.record({
  what: fc.constantFrom<Act["what"]>(
    "write",
    "write",
    "write",
    "remove",
    "archive",
    "move",
    "sync",
    "restart",
  ),
  n: fc.nat(5),
  to: fc.nat(5),
});

test("after any sequence of changes, syncs and restarts", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 16 }), async (acts) => {
      const shelf = openShelf();
      const data = place();
      shelf.article("en/orders/first", { id: "kb-0009", title: "About this site" });
      const places = new Map<number, string>();
      const write = (n: number, to: number, more = {}) => {
        const title = `About the ${words[n]} and ${words[to]}`;
        const related = [`kb-000${to + 1}`];
        const at = places.get(n)!;
        shelf.article(at, { id: `kb-000${n + 1}`, title, related, featured: to + 1, ...more });
      };
      const remove = (n: number) => {
        const at = places.get(n);
        if (at) shelf.remove(`${at}.md`);
        places.delete(n);
      };
      let publisher: Publisher = await open(data, shelf.dir);
      for (const { what, n, to } of acts) {
        if (what === "write") {
          if (!places.has(n)) places.set(n, `en/${topics[to % 2]}/a${n}`);
          write(n, to);
        }
        if (what === "remove") remove(n);
        if (what === "archive" && places.has(n))
          write(n, to, { confidence: "archived", replaced_by: `kb-000${to + 1}` });
        if (what === "move" && places.has(n)) {
          const from = places.get(n)!.slice("en/".length);
          remove(n);
          places.set(n, `en/${topics[to % 2]}/b${n}-${to}`);
          write(n, to, { redirect_from: [from] });
        }
        if (what === "sync") await publisher.sync();
        if (what === "restart") {
          await publisher.close();
          publisher = await open(data, shelf.dir);
        }
      }
      await publisher.sync();
      await publisher.close();
      expect(await differences(data, shelf.dir, words)).toEqual([]);
      shelf.close();
    }),
    { numRuns: 6 },
  );
});

test("a file that the desk names is published without a look at the others", async () => {
  const shelf = openShelf();
  const data = place();
  shelf.article("en/orders/a", { id: "kb-0001", title: "About the zeppelin" });
  shelf.article("en/refunds/b", { id: "kb-0002", title: "About the lantern" });
  shelf.article("en/setup/d", { id: "kb-0004", title: "About the glacier" });
  const publisher = await open(data, shelf.dir);
  shelf.article("en/orders/a", { id: "kb-0001", title: "About the harbor" });
  shelf.remove("en/refunds/b.md");
  shelf.article("en/setup/c", { id: "kb-0003", title: "About the walnut" });
  await publisher.publish(["en/orders/a.md"]);
  const titles = () => publisher.catalog().entries.map(({ title }) => title);
  expect(titles()).toEqual(["About the harbor", "About the lantern", "About the glacier"]);
  expect(await hits(data, "harbor")).toBe("/en/orders/a/");
  await publisher.publish(["en/refunds/b.md", "en/setup/c.md"]);
  expect(titles()).toEqual(["About the harbor", "About the walnut", "About the glacier"]);
  expect(await hits(data, "lantern")).toBe("");
  await publisher.settled();
  expect(await differences(data, shelf.dir, words)).toEqual([]);
  await publisher.close();
  shelf.close();
});

test("many changes become a new base in the background, and nobody notices", {
  timeout: 120_000,
}, async () => {
  const shelf = openShelf();
  const data = place();
  const write = (n: number, word: string) =>
    shelf.article(`en/orders/a${n}`, { id: `kb-${10_000 + n}`, title: `${word} number ${n}` });
  for (let n = 0; n < 40; n += 1) write(n, "zeppelin");
  const publisher = await open(data, shelf.dir);
  const entry = () =>
    JSON.parse(readFileSync(join(data, "site/search/en/entry.json"), "utf8")) as SearchEntry;
  const first = entry();
  for (let n = 0; n < 34; n += 1) write(n, "walnut");
  await publisher.sync();
  expect(entry()).toMatchObject({ base: first.base, delta: { docs: 34 } });
  // While it is built others are written, changed and removed.
  write(3, "glacier");
  write(50, "lantern");
  shelf.remove("en/orders/a39.md");
  await publisher.sync();
  await publisher.settled();
  expect(entry().base.path).not.toBe(first.base.path);
  expect(entry().delta?.docs ?? 0).toBeLessThan(5);
  expect(entry().docs).toBe(40);
  await publisher.close();
  expect(await differences(data, shelf.dir, words)).toEqual([]);
  shelf.close();
});
