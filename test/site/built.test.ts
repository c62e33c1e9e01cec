import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scriptHashes } from "../../src/renderer/hashes.ts";
import { build, fileOf, openOut, pathsOf } from "./build.ts";
import { openShelf } from "./shelf.ts";

/** Made elsewhere: by the search index, the console and the server. */
const elsewhere = /^\/(?:api|console|search|media)\//;

const shelf = openShelf();
const out = openOut();
const site = join(out, "site");
let pages: Map<string, string>;

const page = (path: string) => pages.get(path) ?? "";
const all = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map((hit) => hit[1] ?? "");

beforeAll(async () => {
  shelf.article("en/orders/pay", { id: "kb-0001", title: "How to pay", featured: 1 });
  shelf.article("zh/orders/pay", { id: "kb-0001", title: "怎么付款", updated: "2026-11-02" });
  shelf.article(
    "en/orders/steps",
    {
      id: "kb-0002",
      title: 'Two & "steps" <b>',
      description: "A </script> in words",
      related: ["kb-0001"],
      confidence: "not_validated",
    },
    "## Before\n\nText.\n\n## Steps\n\n1. First\n2. Then [pay](pay.md#before)\n",
  );
  shelf.put("media/plug.svg", "<svg/>");
  await build("site", shelf.dir, site);
  pages = new Map(
    pathsOf(site).map((path) => [path, readFileSync(fileOf(site, path), "utf8")] as const),
  );
});

afterAll(() => {
  shelf.close();
  rmSync(out, { recursive: true });
});

test("every link and asset on every page leads somewhere", () => {
  const broken = [...pages].flatMap(([path, html]) =>
    all(html, /\s(?:href|src|action)="([^"]*)/g)
      .map((address) => new URL(address, `https://here.example${path}`))
      .filter(({ host, pathname }) => host === "here.example" && !elsewhere.test(pathname))
      .filter(({ pathname }) => !exists(pathname))
      .map(({ pathname }) => `${path} → ${pathname}`),
  );
  expect(broken).toEqual([]);
});

function exists(to: string): boolean {
  try {
    return readFileSync(fileOf(site, to)).length > 0;
  } catch {
    return false;
  }
}

test("an article with all that it loads before search is used stays under 60 KB", () => {
  const html = page("/en/orders/steps/");
  const loaded = all(html, /<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)/g);
  expect(loaded.length).toBeGreaterThan(1);
  const bytes = [html, ...loaded.map((file) => readFileSync(join(site, file), "utf8"))]
    .map((text) => brotliCompressSync(text).length)
    .reduce((sum, size) => sum + size);
  expect(bytes).toBeLessThan(60_000);
});

describe("scripts", () => {
  test("no page has one that waits in the way or that the policy does not know", () => {
    const known = JSON.parse(readFileSync(`${site}.csp.json`, "utf8")).scriptSrc;
    for (const [path, html] of pages) {
      expect(all(html, /<script (?!type="module")[^>]*src="([^"]+)/g), path).toEqual([]);
      expect(html, path).not.toMatch(/<[^>]+\son\w+=/);
      for (const hash of scriptHashes(html)) expect(known, path).toContain(hash);
    }
  });

  test("only what a browser would run is hashed", () => {
    const html = '<script src="/a.js"></script><script type="application/ld+json">{}</script>';
    expect(scriptHashes(`${html}<script>alert(1)</script>`)).toEqual([
      "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
    ]);
  });
});

describe("what search engines are told", () => {
  test("the languages of an article, and which one it is", () => {
    const html = page("/zh/orders/pay/");
    expect(html).toContain('<html lang="zh-Hans">');
    expect(all(html, /<link rel="(?:canonical|alternate)"( [^>]*href="[^"]*pay[^>]*)>/g)).toEqual([
      ' href="https://help.example.com/zh/orders/pay/"',
      ' hreflang="en" href="https://help.example.com/en/orders/pay/"',
      ' hreflang="zh-Hans" href="https://help.example.com/zh/orders/pay/"',
      ' hreflang="x-default" href="https://help.example.com/en/orders/pay/"',
    ]);
  });

  test("an article's structured data, safe against the words in it", () => {
    const [json = ""] = all(page("/en/orders/steps/"), /ld\+json">(.*?)<\/script>/g);
    expect(JSON.parse(json)["@graph"]).toMatchObject([
      {
        "@type": "HowTo",
        name: 'Two & "steps" <b>',
        description: "A </script> in words",
        step: [{ text: "First" }, { text: "Then pay" }],
      },
      { "@type": "BreadcrumbList", itemListElement: [{}, {}, { position: 3 }] },
    ]);
  });

  test("pages without words of their own stay out of the index", () => {
    const hidden = [...pages.keys()]
      .filter((path) => page(path).includes('content="noindex"'))
      .filter((path) => !elsewhere.test(path));
    expect(hidden).toEqual(
      ["404", "search", "ticket"].flatMap((name) => [`/en/${name}/`, `/zh/${name}/`]).sort(),
    );
  });

  test("the sitemap", async () => {
    await expect(page("/sitemap.xml")).toMatchFileSnapshot("sitemap.xml");
  });

  test("the feed", async () => {
    await expect(page("/en/rss.xml")).toMatchFileSnapshot("rss.xml");
  });
});

describe("what a reader sees", () => {
  test("whether an article has been checked a second time", () => {
    expect(page("/en/orders/steps/")).toContain("This answer is new");
    expect(page("/en/orders/pay/")).toContain("Checked by our support team");
    expect(page("/zh/orders/pay/")).toContain("更新于 2026年11月2日");
  });

  test("the other language of this page, or its home page where there is none", () => {
    expect(page("/en/orders/pay/")).toMatch(/href="\/zh\/orders\/pay\/"[^>]*data-language-switch/);
    expect(page("/en/orders/steps/")).toMatch(/href="\/zh\/"[^>]*data-language-switch/);
  });

  test("a way to a person, which takes the article along", () => {
    expect(page("/en/orders/steps/")).toContain('href="/en/contact/?article=kb-0002"');
  });

  test("pictures lie where articles expect them", () => {
    expect(readFileSync(join(site, "media/plug.svg"), "utf8")).toBe("<svg/>");
  });
});
