/** An article gets another address: readers find it there, and are led on from where it was. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileLoader } from "../../server/publishing/searchread.service.ts";
import { createSearch } from "../../src/search/search.ts";
import { hireStaff } from "../cast.ts";
import { publishingApp } from "./site.ts";

let place: Awaited<ReturnType<typeof publishingApp>>;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  place = await publishingApp();
  staff = await hireStaff(place.app);
});
afterAll(() => place.stop());

const page = (path: string) => readFileSync(join(place.siteDir, path, "index.html"), "utf8");
const find = async (locale: "en" | "zh", query: string) => {
  const { results } = await createSearch(fileLoader(place.siteDir, locale)).search(query);
  return results.map(({ url }) => url);
};

describe("an article gets another address", () => {
  const old = "/en/account/change-phone-or-email/";
  const now = "/en/setup/use-another-email/";

  async function move(from: string, to: { category: string; slug: string }) {
    const { app, publisher } = place;
    const [xiaowen, tom] = [app.as(staff.xiaowen), app.as(staff.tom)];
    const { articles } = await xiaowen.articles.list();
    const { articleId, title } = articles.find(({ href }) => href === from)!;
    const { id } = await xiaowen.articles.edit({ articleId, locale: "en" });
    const { version, frontMatter, body } = await xiaowen.articles.draft({ id });
    const saved = await xiaowen.articles.save({ id, version, ...to, frontMatter, body });
    expect((await xiaowen.articles.draft({ id })).changedByHand).toBe(false);
    const review = await xiaowen.articles.submit({ id, version: saved.version });
    const { url } = await tom.articles.publish({ id, version: review.version });
    await publisher.settled();
    return { url, title };
  }

  test("readers find it there, and are led on from where it was", async () => {
    const { url, title } = await move(old, { category: "setup", slug: "use-another-email" });
    expect(url).toBe(now);
    expect(existsSync(join(place.content, `${old.slice(1, -1)}.md`))).toBe(false);
    expect(await find("en", title)).toContain(now);
    expect(await find("en", title)).not.toContain(old);
    expect(page(now)).toContain(title);
    expect(page(old)).toContain(`content="0; url=${now}"`);
    expect(page("/en/setup/")).toContain(now);
    expect(readFileSync(join(place.siteDir, "sitemap.xml"), "utf8")).not.toContain(old);
    // The job that was rung with it finds it done.
    await place.app.ring();
    expect(page(now)).toContain(title);
  });

  test("and back: nobody is led in a circle", async () => {
    await move(now, { category: "account", slug: "change-phone-or-email" });
    expect(page(now)).toContain(`content="0; url=${old}"`);
    expect(page(old)).not.toContain("http-equiv");
    expect(readFileSync(join(place.siteDir, "_redirects"), "utf8")).toBe(`${now} ${old} 301\n`);
    const file = readFileSync(join(place.content, `${old.slice(1, -1)}.md`), "utf8");
    expect(file).toContain("redirect_from:\n  - setup/use-another-email\n");
  });
});
