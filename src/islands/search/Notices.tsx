import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";

export interface CategoryLink {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}

/** The index was asked and has nothing: the way on is the form, with the question in it. */
export function NothingFound(props: { locale: Locale; query: string; contactHref: string }) {
  const { locale, query, contactHref } = props;
  return (
    <div className="search-notice">
      <p className="search-notice-title">{m.site_search_none({ query }, { locale })}</p>
      <p>{m.site_search_none_hint({}, { locale })}</p>
      <a className="search-next" href={withQuery(contactHref, query)}>
        {m.site_search_none_ask({}, { locale })}
      </a>
    </div>
  );
}

/** The index could not be asked: the way on is to try again, or by topic. */
export function CannotSearch(props: {
  locale: Locale;
  categories: readonly CategoryLink[];
  retry: () => void;
}) {
  const { locale, categories, retry } = props;
  return (
    <div className="search-notice">
      <p className="search-notice-title">{m.site_search_failed({}, { locale })}</p>
      <p>{m.site_search_failed_hint({}, { locale })}</p>
      <ul className="search-topics">
        {categories.map(({ id, title, href }) => (
          <li key={id}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
      <button type="button" className="search-next" onClick={retry}>
        {m.site_search_retry({}, { locale })}
      </button>
    </div>
  );
}

/** An address with the question as `q`. */
export function withQuery(href: string, query: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}q=${encodeURIComponent(query)}`;
}
