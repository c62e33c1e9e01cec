import { parse } from "#server/articles/articlefile.ts";
import { importArticle, type Planned, planImport, routesOf } from "#server/articles/import.ts";

const setting = {
  source: "s",
  ledger: {},
  existing: [],
  categories: [],
  modules: [],
  today: "2026-11-21",
};

/** What the importer makes of a body, in a small guide with neighbours to link to. */
export function converted(body: string, path = "docs/setup/page.md") {
  const others = [
    "docs/setup/hub.md",
    "docs/setup/02-wifi.mdx",
    "docs/billing/index.md",
    "i18n/zh/docs/setup/hub.md",
  ];
  const texts = others.map((other) => ({
    path: other,
    text: `---\ntitle: Title of ${other}\nlang: ${other.includes("zh") ? "zh" : "en"}\n---\nText`,
  }));
  const file = { path, text: `---\ntitle: Page\nlang: en\n---\n${body}` };
  const { articles, refused } = planImport([file, ...texts], setting);
  const article = articles.find((one) => one.path === path);
  if (!article) throw new Error(refused[0]?.reason);
  const picture = (_: Planned, url: string) =>
    url.endsWith("known.png") ? "../../media/k.png" : null;
  const made = importArticle(article, routesOf(articles), picture);
  if (!made.ok) throw new Error(made.reason);
  const read = parse(made.file);
  return { body: read.ok ? read.article.body.trim() : "", remarks: made.remarks };
}
