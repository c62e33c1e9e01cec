import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { searchPath } from "../../paths.ts";
import type { SearchResult } from "../../search/search.ts";
import { withQuery } from "./Notices.tsx";
import { addressOf, ResultText } from "./Result.tsx";

type Props = {
  /** The list's id. */
  list: string;
  locale: Locale;
  query: string;
  results: readonly SearchResult[];
  /** Index of the result chosen by the arrow keys; -1 for none. */
  active: number;
  onOpen: (index: number) => void;
};

/** The id of one option, for `aria-activedescendant`. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** Results under the field. Focus stays in the field; the arrow keys only point. */
export function Popup({ list, locale, query, results, active, onOpen }: Props) {
  return (
    <>
      <div id={list} role="listbox" aria-label={m.site_search_results_label({}, { locale })}>
        {results.map((result, index) => (
          <a
            key={result.key}
            id={optionId(list, index)}
            className="search-result"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            href={addressOf(result)}
            onClick={() => onOpen(index)}
          >
            <ResultText result={result} />
          </a>
        ))}
      </div>
      <a className="search-all" href={withQuery(searchPath(locale), query)}>
        {m.site_search_all({}, { locale })}
      </a>
    </>
  );
}
