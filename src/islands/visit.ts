/**
 * What this tab remembers of the visit, for the reader's own message: searches and articles read.
 * It stays on the device until the reader sends it, and the tab forgets it when it is closed.
 */
import { newId } from "./ids.ts";

const place = "answerable.visit";

export type Visit = {
  /** As typed, oldest first, at most 20. */
  searches: string[];
  /** Ids of articles, oldest first, at most 50. */
  articles: string[];
  /** Titles of those articles, by id. */
  titles: Record<string, string>;
  /** The first opening of the form in this visit; joins what was read to the ticket. */
  episode?: string;
};

export function visit(): Visit {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "{}");
    return { searches: [], articles: [], titles: {}, ...kept };
  } catch {
    return { searches: [], articles: [], titles: {} };
  }
}

/** A search that still grows is kept once, as it was last. */
export function rememberSearch(query: string): void {
  const text = query.trim().slice(0, 200);
  if (text === "") return;
  const known = visit().searches.filter((old) => old !== text && !text.startsWith(old));
  keep({ searches: [...known, text].slice(-20) });
}

export function rememberArticle(article: string, title = ""): void {
  const { articles, titles } = visit();
  keep({
    articles: [...articles.filter((old) => old !== article), article].slice(-50),
    titles: title ? { ...titles, [article]: title } : titles,
  });
}

/** Made at the first call of a visit. */
export function episodeId(): string {
  const known = visit().episode;
  if (known) return known;
  const episode = newId();
  keep({ episode });
  return episode;
}

/** Storage may be switched off; the visit is then forgotten. */
function keep(part: Partial<Visit>): void {
  try {
    sessionStorage.setItem(place, JSON.stringify({ ...visit(), ...part }));
  } catch {}
}
