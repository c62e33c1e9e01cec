import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  byCategory,
  categoriesOf,
  type Entry,
  entryAt,
  popular,
  readCatalog,
  recent,
  related,
  translations,
} from "../../src/catalog.ts";
import { openShelf } from "./shelf.ts";

let shelf: ReturnType<typeof openShelf>;
beforeEach(() => {
  shelf = openShelf();
});
afterEach(() => shelf.close());

const read = () => readCatalog(shelf.dir);
const slugs = (entries: Entry[]) => entries.map(({ slug }) => slug);

describe("which files are in", () => {
  test.each([
    ["public", "validated", true],
    ["public", "not_validated", true],
    ["public", "wip", false],
    ["public", "archived", false],
    ["customers", "validated", false],
    ["internal", "validated", false],
  ])("%s and %s: %s", (audience, confidence, published) => {
    shelf.article("en/orders/one", { audience, confidence });
    expect(read().entries).toHaveLength(published ? 1 : 0);
    expect(read().unlisted).toHaveLength(published ? 0 : 1);
    expect(read().problems).toEqual([]);
  });

  test("an entry knows its place and its defaults", () => {
    shelf.article("zh/orders/how-to-pay", { id: "kb-0042", title: "怎么付款" });
    expect(entryAt(read(), "/zh/orders/how-to-pay/")).toMatchObject({
      id: "kb-0042",
      locale: "zh",
      category: "orders",
      slug: "how-to-pay",
      created: "2026-01-02",
      confidence: "validated",
      modules: [],
    });
  });

  test("notes that are no articles are passed over", () => {
    shelf.put("en/orders/draft.txt", "no article");
    shelf.put("en/README.md", "no category");
    shelf.put("en/.trash/old.md", "hidden");
    expect(read()).toMatchObject({ entries: [], problems: [] });
  });
});

/** A front matter that is complete, but for one line. */
function of(line: string): string {
  const fields = { id: "kb-0001", title: "Title", created: "2026-01-02" };
  const rest = Object.entries(fields).filter(([name]) => !line.startsWith(`${name}:`));
  return `---\n${rest.map((field) => field.join(": ")).join("\n")}\n${line}\n---\n`;
}

describe("a broken file is named and left out", () => {
  test.each([
    [
      "en/orders/x.md",
      "---\nid: kb-0001\n---\n",
      "title is missing; created is missing",
      "缺少 title；缺少 created",
    ],
    ["en/orders/x.md", "---\nid: [\n---\n", "this is not YAML: ", "YAML 格式有误："],
    ["en/orders/x.md", "no front matter", "id is missing; title is", "缺少 id；缺少 title"],
    ["en/orders/x.md", of("id: 3"), "id has a value of another kind", "id 的值类型不对"],
    ["en/orders/x.md", of("id: kb1"), "id must look like kb-000123", "id 的格式应为 kb-000123"],
    ["en/orders/x.md", of("created: May"), "created must be a day", "created 应为日期"],
    ["en/orders/x.md", of("tags: x"), "tags is not a field", "tags 不是文章的字段"],
    ["en/orders/x.md", of("audience: us"), "audience must be one of public,", "audience 只能是"],
    ["en/orders/x.md", of(`title: ${"x".repeat(121)}`), "title is too long: 120", "title 太长"],
    ["en/orders/x.md", of("title: x"), "title is too short: 2", "title 太短"],
    ["en/orders/Not a slug.md", "", "slug must be lower-case words", "slug 只能用小写字母"],
    ["en/Orders/x.md", "", "category must be lower-case words", "category 只能用小写字母"],
    ["categories.yml", "- id: 3\n", "0.id has a value of another kind", "0.id 的值类型不对"],
    ["categories.yml", "3", "YAML has a value of another kind", "YAML 的值类型不对"],
    ["site.yml", "name: [", "this is not YAML: ", "YAML 格式有误："],
  ])("%s with %j", (path, text, reason, inChinese) => {
    shelf.article("en/delivery/good", { id: "kb-0009" });
    shelf.put(path, text);
    const { entries, problems } = read();
    expect(slugs(entries)).toEqual(["good"]);
    expect(problems[0]?.file).toBe(path);
    expect(problems[0]?.reason.en).toContain(reason);
    expect(problems[0]?.reason.zh).toContain(inChinese);
  });

  test("of two files with one id the second", () => {
    shelf.article("en/orders/first", { id: "kb-0007" });
    shelf.article("en/orders/second", { id: "kb-0007" });
    shelf.article("zh/orders/first", { id: "kb-0007" });
    const { entries, problems } = read();
    expect(entries.map(({ href }) => href)).toEqual(["/en/orders/first/", "/zh/orders/first/"]);
    expect(problems).toMatchObject([
      { file: "en/orders/second.md", reason: { en: "has the id of first.md" } },
    ]);
  });

  test("of two files with one id the one that readers don't get", () => {
    shelf.article("en/orders/first", { id: "kb-0007", audience: "internal" });
    shelf.article("en/orders/second", { id: "kb-0007" });
    const { entries, unlisted, problems } = read();
    expect([slugs(entries), slugs(unlisted)]).toEqual([["second"], []]);
    expect(problems).toEqual([
      {
        file: "en/orders/first.md",
        reason: { en: "has the id of second.md", zh: "与 second.md 的 id 相同" },
      },
    ]);
  });

  test("a folder without a category is shown under its own name", () => {
    shelf.article("en/smart-plugs/reset", {});
    const catalog = read();
    expect(categoriesOf(catalog, "en").at(-1)).toMatchObject({
      id: "smart-plugs",
      title: { en: "Smart plugs" },
      count: 1,
    });
    expect(catalog.problems).toMatchObject([
      { file: "en/smart-plugs", reason: { en: "is not in categories.yml" } },
    ]);
  });
});

describe("lists", () => {
  test("a category shows featured articles first, then by title", () => {
    shelf.article("en/orders/a", { id: "kb-0001", title: "Banana" });
    shelf.article("en/orders/b", { id: "kb-0002", title: "apple" });
    shelf.article("en/orders/c", { id: "kb-0003", title: "Cherry", featured: 9 });
    shelf.article("en/delivery/d", { id: "kb-0004" });
    expect(slugs(byCategory(read(), "en", "orders"))).toEqual(["c", "b", "a"]);
  });

  test("Chinese titles are in the order of their sounds", () => {
    shelf.article("zh/orders/a", { id: "kb-0001", title: "在哪里付款" });
    shelf.article("zh/orders/b", { id: "kb-0002", title: "安全支付" });
    shelf.article("zh/orders/c", { id: "kb-0003", title: "买错了怎么办" });
    expect(slugs(byCategory(read(), "zh", "orders"))).toEqual(["b", "c", "a"]);
  });

  test("popular articles are those that say so, in their order, in one language", () => {
    shelf.article("en/orders/second", { id: "kb-0001", featured: 2 });
    shelf.article("en/orders/first", { id: "kb-0002", featured: 1 });
    shelf.article("en/orders/none", { id: "kb-0003" });
    shelf.article("zh/orders/first", { id: "kb-0002", featured: 1 });
    expect(popular(read(), "en").map(({ href }) => href)).toEqual([
      "/en/orders/first/",
      "/en/orders/second/",
    ]);
  });

  test("recent articles are by their last change, the newest first", () => {
    shelf.article("en/orders/old-but-changed", { id: "kb-0001", updated: "2026-11-20" });
    shelf.article("en/orders/new", { id: "kb-0002", created: "2026-11-19" });
    shelf.article("en/orders/old", { id: "kb-0003" });
    expect(slugs(recent(read(), "en", 2))).toEqual(["old-but-changed", "new"]);
  });

  test("related: the named ones in their order, then those that share most modules", () => {
    shelf.article("en/orders/me", {
      id: "kb-0001",
      related: ["kb-0005", "kb-0404", "kb-0004"],
      modules: ["app", "cam"],
    });
    shelf.article("en/orders/one-shared", { id: "kb-0002", modules: ["app"] });
    shelf.article("en/orders/both-shared", { id: "kb-0003", modules: ["cam", "app"] });
    shelf.article("en/delivery/named-second", { id: "kb-0004" });
    shelf.article("en/delivery/named-first", { id: "kb-0005" });
    shelf.article("zh/delivery/named-first", { id: "kb-0005" });
    shelf.article("en/orders/stranger", { id: "kb-0006", modules: ["hub"] });
    const catalog = read();
    const me = entryAt(catalog, "/en/orders/me/") as Entry;
    const expected = ["named-first", "named-second", "both-shared", "one-shared"];
    expect(slugs(related(catalog, me))).toEqual(expected);
    expect(slugs(related(catalog, me, 3))).toEqual(expected.slice(0, 3));
  });

  test("translations share the id", () => {
    shelf.article("en/orders/pay", { id: "kb-0001" });
    shelf.article("zh/orders/how-to-pay", { id: "kb-0001" });
    shelf.article("zh/orders/pay", { id: "kb-0002" });
    const catalog = read();
    const [entry] = catalog.entries as [Entry];
    expect(translations(catalog, entry).map(({ href }) => href)).toEqual([
      "/zh/orders/how-to-pay/",
    ]);
  });
});

describe("reading again", () => {
  test("sees what was written, changed and removed", () => {
    shelf.article("en/orders/a", { id: "kb-0001", title: "Before" });
    shelf.article("en/orders/b", { id: "kb-0002" });
    read();
    shelf.article("en/orders/a", { id: "kb-0001", title: "After!" });
    shelf.article("en/orders/c", { id: "kb-0003" });
    shelf.remove("en/orders/b.md");
    expect(read().entries.map(({ title }) => title)).toEqual(["After!", "en/orders/c"]);
  });

  test("does not open a file whose size, time and inode are the same", () => {
    shelf.article("en/orders/a", { id: "kb-0001", title: "Before" });
    const file = join(shelf.dir, "en/orders/a.md");
    const noon = new Date("2026-11-20T12:00:00Z");
    utimesSync(file, noon, noon);
    const [before] = read().entries;
    writeFileSync(file, readFileSync(file, "utf8").replace("Before", "Behind"));
    utimesSync(file, noon, noon);
    const [after] = read().entries;
    expect([before?.title, after?.title]).toEqual(["Before", "Before"]);
  });
});
