import type { Locale } from "#content/schema.ts";
import { withoutTechnical } from "./importcategories.ts";
import { languageRoots, splitLanguage } from "./importlocale.ts";
import type { Place, Planned } from "./importmodel.ts";

/** Where a link of a source leads. */
export type Target =
  /** An address that means the same everywhere, or a place in the same text. */
  | { kind: "kept"; url: string }
  /** Another article, as the path of its file from this one. */
  | { kind: "article"; url: string }
  | { kind: "dead" }
  | { kind: "unsafe" };

export type Routes = {
  /** @param url as it stands in the text of `from`. */
  resolve(from: Planned, url: string): Target;
};

const allowed = /^(?:https?|mailto|tel):/i;

/** Knows the articles by every address under which the sources link to each other. */
export function routesOf(articles: readonly Planned[]): Routes {
  const exact = new Map<string, Planned>();
  const shared = new Map<string, Planned[]>();
  const tails = new Map<string, Planned[]>();
  const roots = languageRoots(articles.flatMap(({ path, origin }) => [path, origin]));
  const push = (map: Map<string, Planned[]>, key: string, article: Planned) => {
    if (key === "") return;
    const list = map.get(key);
    if (list === undefined) map.set(key, [article]);
    else if (!list.includes(article)) list.push(article);
  };
  const general = (address: string): string =>
    pageOf(withoutTechnical(splitLanguage(address, roots).rest));
  for (const article of articles) {
    for (const address of [article.path, article.origin]) {
      if (!exact.has(pageOf(address))) exact.set(pageOf(address), article);
      push(shared, general(address), article);
    }
    push(tails, tailOf(general(article.origin)), article);
  }
  const inLanguage = (
    list: Planned[] | undefined,
    locale: Locale,
    isSure: boolean,
  ): Planned | undefined => {
    const own = list?.filter((article) => article.locale === locale) ?? [];
    return own.length === 1 || isSure ? own[0] : undefined;
  };
  const find = (from: Planned, address: string): Planned | undefined =>
    exact.get(pageOf(address)) ??
    inLanguage(shared.get(general(address)), from.locale, true) ??
    shared.get(general(address))?.[0];
  return {
    resolve(from, written) {
      const url = written.trim().replace(/^\/\//, "https://");
      if (/^[a-z][a-z0-9+.-]*:/i.test(url))
        return allowed.test(url) ? { kind: "kept", url } : { kind: "unsafe" };
      if (url.startsWith("#")) return { kind: "kept", url };
      if (/^\/(?:en|zh)\/(?:contact|search)\/?/.test(url)) return { kind: "kept", url };
      const [, path = "", hash = ""] = /^([^?#]*)[^#]*(#.*)?$/s.exec(decoded(url)) ?? [];
      if (path === "") return { kind: "dead" };
      const addresses = addressesOf(from, path);
      const found = addresses
        .map((address) => find(from, address))
        .find((article) => article !== undefined);
      const target =
        found ?? inLanguage(tails.get(tailOf(general(addresses[0]!))), from.locale, false);
      if (!target) return { kind: "dead" };
      return {
        kind: "article",
        url: target === from && hash ? hash : between(from, target) + hash,
      };
    },
  };
}

const decoded = (url: string): string => {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
};

/** The path of a page without what sites leave out of addresses: extension, `index`, order numbers. */
const pageOf = (path: string): string =>
  path
    .toLowerCase()
    .replace(/\/+$/, "")
    .replace(/\.(?:md|mdx|markdown|html?)$/, "")
    .replace(/(?:^|\/)(?:_?index|readme)$/, "")
    .split("/")
    .map((part) => part.replace(/^\d+[-_. ]+(?=.)/, ""))
    .join("/");

/** The last two parts, which are rarely the same by chance. */
const tailOf = (page: string): string => {
  const parts = page.split("/");
  return parts.length < 2 ? "" : parts.slice(-2).join("/");
};

/** What a path can mean: from the root, from the file's folder, or from the page as if it were a folder. */
function addressesOf({ origin, path: own }: Planned, path: string): string[] {
  if (path.startsWith("/")) return [join("", path)];
  return [
    join(folderOf(origin), path),
    join(folderOf(own), path),
    join(origin.replace(/\.\w+$/, ""), path),
  ];
}

export const folderOf = (path: string): string => path.split("/").slice(0, -1).join("/");

/** Joins and resolves `.` and `..`; what would lead above the root ends at it. */
export function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function between(from: Place, to: Place): string {
  if (from.locale !== to.locale) return `../../${to.locale}/${to.category}/${to.slug}.md`;
  return from.category === to.category ? `./${to.slug}.md` : `../${to.category}/${to.slug}.md`;
}
