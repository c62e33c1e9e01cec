/** The schema.org objects of the pages. Addresses are absolute. */
import { htmlLang } from "../../content/schema.ts";
import type { ArticleProps, Link } from "../catalog/pages.ts";

const absolute = (path: string) => new URL(path, import.meta.env.SITE).href;

/** The way from the home page to this one, both included. */
export function breadcrumbData(trail: Pick<Link, "href" | "title">[]): object {
  return {
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ href, title }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name: title,
      item: absolute(href),
    })),
  };
}

/** A text with numbered steps is a HowTo; any other an Article. */
export function articleData({ frame, article, created, changed, rendered }: ArticleProps): object {
  const about = {
    "@id": absolute(article.href),
    url: absolute(article.href),
    description: article.description,
    inLanguage: htmlLang[frame.locale],
    datePublished: created,
    dateModified: changed,
    publisher: { "@type": "Organization", name: frame.site.name[frame.locale] },
  };
  if (rendered.steps.length < 2) return { "@type": "Article", headline: article.title, ...about };
  const step = rendered.steps.map((text, at) => ({ "@type": "HowToStep", position: at + 1, text }));
  return { "@type": "HowTo", name: article.title, ...about, step };
}
