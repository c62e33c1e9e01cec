import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import type { Found } from "./groups.ts";

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

/** What is said where something was found, but nothing that may be called an answer. */
export function unsureText({ elsewhere }: Found, locale: Locale): string {
  if (elsewhere?.confident) return m.site_search_unsure_elsewhere({}, { locale });
  return m.site_search_unsure({}, { locale });
}

/** The same, and people who can be asked at once. */
export function Unsure(props: {
  locale: Locale;
  found: Found;
  query: string;
  contactHref: string;
}) {
  const { locale, found, query, contactHref } = props;
  return (
    <p className="search-unsure">
      {unsureText(found, locale)}{" "}
      <a href={withQuery(contactHref, query)}>{m.site_search_unsure_ask({}, { locale })}</a>
    </p>
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
