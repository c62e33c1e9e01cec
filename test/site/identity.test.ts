import { cpSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readCatalog } from "../../src/catalog.ts";
import { openRenderer, type Renderer } from "../../src/renderer/open.ts";
import { build, fileOf, openOut, pathsOf } from "./build.ts";
import { openShelf } from "./shelf.ts";

/** The knowledge base as it is now, in a folder that nobody else writes to. */
const shelf = openShelf();
const out = openOut();
const site = join(out, "site");
const rendererDir = join(out, "renderer");
let render: Renderer;

beforeAll(async () => {
  cpSync("content", shelf.dir, { recursive: true });
  vi.stubEnv("CONTENT_DIR", shelf.dir);
  await build("site", shelf.dir, site);
  await build("renderer", shelf.dir, rendererDir);
  render = await openRenderer(rendererDir);
});

afterAll(() => {
  vi.unstubAllEnvs();
  shelf.close();
  rmSync(out, { recursive: true });
});

/** The paths whose rendered bytes are not those of the built file. */
async function different(): Promise<string[]> {
  const catalog = readCatalog(shelf.dir);
  const found: string[] = [];
  for (const path of pathsOf(site)) {
    const { body } = await render(path, catalog);
    if (!body.equals(readFileSync(fileOf(site, path)))) found.push(path);
  }
  return found;
}

test("the renderer's pages, lists and feeds are the full build's, byte for byte", async () => {
  const paths = pathsOf(site);
  expect(paths).toEqual(expect.arrayContaining(["/", "/404.html", "/robots.txt", "/sitemap.xml"]));
  expect(paths).toEqual(expect.arrayContaining(["/en/", "/zh/rss.xml", "/zh/404/", "/en/search/"]));
  expect(paths.length).toBeGreaterThan(readCatalog(shelf.dir).entries.length);
  expect(await different()).toEqual([]);
});

test("both builds name the same assets", () => {
  const assets = (dir: string) => globSync("_astro/*", { cwd: dir }).sort();
  expect(assets(join(rendererDir, "client"))).toEqual(assets(site));
});

test("after articles are written, changed and removed the running renderer follows", async () => {
  await render("/en/");
  const [changedEntry, removed] = readCatalog(shelf.dir).entries.filter(
    ({ category }) => category === "invoices",
  );
  shelf.article("en/invoices/brand-new", { id: "kb-999999", title: "Brand new", featured: 1 });
  shelf.article(
    `${changedEntry?.locale}/${changedEntry?.category}/${changedEntry?.slug}`,
    { id: changedEntry?.id, title: "Changed <title> & more", related: ["kb-999999"] },
    "## New text\n\n:::tip\nSee [the new one](brand-new.md).\n:::\n",
  );
  shelf.remove(`${removed?.locale}/${removed?.category}/${removed?.slug}.md`);

  expect((await render("/en/")).body.includes("Brand new")).toBe(true);
  expect((await render(removed?.href ?? "")).status).toBe(404);
  await build("site", shelf.dir, site);
  expect(pathsOf(site)).toContain("/en/invoices/brand-new/");
  expect(await different()).toEqual([]);
});

test.each(["/en/none/", "/fr/", "/en/invoices/none/", "/en/x/y/z/", "/EN/"])(
  "%s is no page",
  async (path) => {
    expect((await render(path)).status).toBe(404);
  },
);
