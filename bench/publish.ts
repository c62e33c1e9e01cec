/**
 * `npm run bench:publish -- --articles 1000 [--runs 40]`: from the click on "Publish" until a reader
 * finds the change, in a real Chromium, on a knowledge base of that size; beside it, in the same run,
 * how long a full build of the same pages takes, and whether it wrote the same bytes.
 */
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createTRPCClient, httpLink } from "@trpc/client";
import { hashPassword } from "better-auth/crypto";
import type { Page } from "playwright-core";
import superjson from "superjson";
import { verifySite } from "../server/publishing/verify.service.ts";
import type { AppRouter } from "../server/router.ts";
import { openBrowser } from "../test/browser/chromium.ts";
import { type Product, percentile, startProduct } from "../test/product.ts";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "1000" },
    runs: { type: "string", default: "40" },
    json: { type: "boolean", default: false },
  },
});
const articles = Number(values.articles);
const runs = Number(values.runs);
const root = resolve(import.meta.dirname, "..");
const password = "only for this benchmark";

/** The shipped articles, and as many variations of them as it takes. */
function fill(contentDir: string): void {
  cpSync(join(root, "content"), contentDir, { recursive: true });
  const sources = globSync("{en,zh}/*/*.md", { cwd: contentDir }).filter(
    (file) => !read(contentDir, file).includes("audience: internal"),
  );
  for (let i = 0; sources.length + i < articles; i += 1) {
    const file = sources[i % sources.length]!;
    const text = read(contentDir, file)
      .replace(/^id: .*$/m, `id: kb-${String(200_000 + i)}`)
      .replace(
        /^title: (["']?)(.*?)\1$/m,
        (_, _quote, title) => `title: ${JSON.stringify(`${title} ${variation(i)}`)}`,
      )
      .replace(/^featured: .*\n/m, "");
    writeFileSync(join(contentDir, file.replace(/\.md$/, `-v${i}.md`)), text);
  }
}

const read = (dir: string, file: string) => readFileSync(join(dir, file), "utf8");
/** Words that no other article has, so that titles differ as titles do. */
const variation = (i: number): string =>
  `${(i * 7919 + 104_729).toString(36)} ${(i + 46_656).toString(36)}`;

async function hire(product: Product, name: string, role: "owner" | "admin") {
  const { openDatabase } = await import("../server/db.ts");
  const { addPerson } = await import("../server/accounts/accounts.repo.ts");
  const { db, close } = openDatabase(product.database(), 2);
  const email = `${name}@bench.example`;
  await addPerson(db, {
    name,
    email,
    role,
    locale: "en",
    passwordHash: await hashPassword(password),
    at: new Date(),
  });
  await close();
  const response = await fetch(`${product.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://localhost:4321" },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({ url: `${product.url}/api/trpc`, transformer: superjson, headers: { cookie } }),
    ],
  });
}

type Desk = Awaited<ReturnType<typeof hire>>;

/** A draft of an article with a word nobody wrote before, ready to be published by another person. */
async function prepare(author: Desk, articleId: string, word: string) {
  const { id } = await author.articles.edit.mutate({ articleId, locale: "en" });
  const draft = await author.articles.draft.query({ id });
  await author.articles.save.mutate({
    id,
    version: draft.version,
    category: draft.category,
    slug: draft.slug,
    frontMatter: draft.frontMatter,
    body: `${draft.body.trimEnd()}\n\nThe sign in the display says ${word}.\n`,
  });
  const saved = await author.articles.draft.query({ id });
  // What an article says already, such as an example of a number, stays.
  const keep = saved.questions.found.map(({ text }) => text);
  const { version } = await author.articles.decide.mutate({
    id,
    version: saved.version,
    decisions: [],
    keep,
  });
  return { id, version: (await author.articles.submit.mutate({ id, version })).version };
}

/** @returns milliseconds of the server's answer, and until the reader's page shows it. */
async function measure(
  owner: Desk,
  page: Page,
  product: Product,
  draft: { id: string; version: number },
  word: string,
) {
  const started = performance.now();
  const { url } = await owner.articles.publish.mutate(draft);
  const server = performance.now() - started;
  await page.goto(`${product.url}/en/search/?q=${word}`, { waitUntil: "commit" });
  await page.locator(`a[href^="${url}"]`).first().waitFor({ timeout: 20_000 });
  return { server, found: performance.now() - started };
}

const folder = mkdtempSync(join(tmpdir(), "answerable-publish-"));
// Inside the project: builds outside it share Astro's temporary folder.
const builtDir = join(root, `.build/bench-${process.pid}`);
const contentDir = join(folder, "content");
mkdirSync(contentDir);
fill(contentDir);
const product = await startProduct({ contentDir });
const author = await hire(product, "author", "owner");
const owner = await hire(product, "owner", "admin");
const browser = await openBrowser();
const page = await browser.newPage();
const { articles: published } = await author.articles.list.query();
const english = published.filter(({ locale }) => locale === "en");
const times: { server: number; found: number }[] = [];
for (let i = -3; i < runs; i += 1) {
  const word = `zq${(i + 1000).toString(36)}xv${process.pid.toString(36)}`;
  const draft = await prepare(author, english[(i + 3) % english.length]!.articleId, word);
  const time = await measure(owner, page, product, draft, word);
  // The first ones warm up browser and server.
  if (i >= 0) times.push(time);
}
await browser.close();
const place = {
  siteDir: join(product.dataDir, "site"),
  stateDir: join(product.dataDir, "search-state"),
};
const publicUrl = "http://localhost:4321";
const { differences, ...verified } = await verifySite(
  place,
  { dir: contentDir, publicUrl },
  builtDir,
);
if (differences.length > 0) console.error("different:", differences.slice(0, 10));
await product.remove();
rmSync(folder, { recursive: true, force: true });
const found = times.map((time) => time.found);
const figures = {
  articles: published.length,
  p50Ms: Math.round(percentile(found, 0.5)),
  p95Ms: Math.round(percentile(found, 0.95)),
  serverP95Ms: Math.round(
    percentile(
      times.map(({ server }) => server),
      0.95,
    ),
  ),
  fullBuildS: Math.round(verified.buildMs / 100) / 10,
  identical: differences.length === 0 ? 1 : 0,
  pages: verified.pages,
};
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
process.exit(differences.length === 0 ? 0 : 1);
