import { visit } from "../visit.ts";
import type { Context } from "./context.ts";
import { browserOf, systemOf } from "./device.ts";

/** What the browser knows about where the form was opened. Read when it is, not before. */
export function surroundings(): Context {
  const { searches, articles } = visit();
  const asked = new URLSearchParams(location.search);
  const article = asked.get("article");
  const searched = asked.get("q")?.trim().slice(0, 200);
  return {
    page: cameFrom(),
    browser: browserOf(navigator.userAgent),
    os: systemOf(navigator.userAgent),
    screen: `${innerWidth} × ${innerHeight}`,
    timeZone: timeZone(),
    searches: some(union(searches, searched)),
    articles: some(union(articles, article && /^kb-\d{4,9}$/.test(article) ? article : null)),
  };
}

export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function cameFrom(): string | undefined {
  if (!URL.canParse(document.referrer)) return undefined;
  const { origin, pathname } = new URL(document.referrer);
  return origin === location.origin && pathname !== location.pathname ? pathname : undefined;
}

const union = (known: string[], one: string | null | undefined) =>
  one && !known.includes(one) ? [...known, one] : known;

const some = (list: string[]) => (list.length > 0 ? list : undefined);
