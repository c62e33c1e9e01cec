import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { m } from "#messages";
import { htmlLang } from "../../../content/schema.ts";
import { catalogFor, localeOf, localePaths } from "../../catalog/current.ts";
import { changed, recent } from "../../catalog.ts";

export const getStaticPaths = localePaths;

export const GET: APIRoute = (context) => {
  const locale = localeOf(context.params.locale);
  if (!locale) return new Response(null, { status: 404 });
  const catalog = catalogFor(context);
  const name = catalog.site.name[locale];
  return rss({
    title: m.site_name({ name }, { locale }),
    description: m.site_home_description({ name }, { locale }),
    site: import.meta.env.SITE,
    customData: `<language>${htmlLang[locale]}</language>`,
    items: recent(catalog, locale).map((entry) => ({
      title: entry.title,
      description: entry.description,
      link: entry.href,
      pubDate: new Date(changed(entry)),
    })),
  });
};
