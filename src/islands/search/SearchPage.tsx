import { useEffect, useRef } from "react";
import { m } from "#messages";
import { searchPath } from "../../paths.ts";
import type { SearchProps } from "./index.tsx";
import { CannotSearch, NothingFound, withQuery } from "./Notices.tsx";
import { addressOf, ResultText } from "./Result.tsx";
import { SearchField } from "./SearchField.tsx";
import { SearchStatus } from "./SearchStatus.tsx";
import { answerOf, useSearch } from "./useSearch.ts";

/** Results of the results page. */
const SHOWN = 20;

/** The results page: the question stands in its address, the results below the field. */
export function SearchPage(props: SearchProps) {
  const { locale, variant, initialQuery } = props;
  const field = useRef<HTMLInputElement>(null);
  const search = useSearch(locale, SHOWN);
  const { ask } = search;

  useEffect(() => {
    const input = field.current;
    if (input === null) return;
    input.value ||= new URLSearchParams(location.search).get("q") ?? "";
    void ask(input.value, false);
  }, [ask]);

  const type = (typed: string) => {
    history.replaceState(null, "", withQuery(searchPath(locale), typed.trim()));
    void ask(typed, true);
  };

  return (
    <search className={`search-island ${variant}`}>
      <SearchField
        locale={locale}
        variant={variant}
        field={field}
        defaultValue={initialQuery}
        onInput={(event) => type(event.currentTarget.value)}
        onSubmit={(event) => {
          event.preventDefault();
          void ask(field.current?.value ?? "", false);
        }}
      />
      <SearchStatus locale={locale} state={search.state} />
      <Found {...props} search={search} />
    </search>
  );
}

type FoundProps = SearchProps & { search: ReturnType<typeof useSearch> };

function Found({ locale, categories, contactHref, search: { state, ask, opened } }: FoundProps) {
  if (state.kind === "idle") return null;
  const { query } = state;
  if (state.kind === "failed") {
    return <CannotSearch {...{ locale, categories }} retry={() => void ask(query, false)} />;
  }
  const results = answerOf(state)?.results ?? [];
  if (state.kind === "answered" && results.length === 0) {
    return <NothingFound {...{ locale, query, contactHref }} />;
  }
  return (
    <ol className="search-list" aria-label={m.site_search_results_label({}, { locale })}>
      {results.map((result, index) => (
        <li key={result.key}>
          <a
            className="search-result"
            href={addressOf(result)}
            onClick={() => opened(index + 1, result.article)}
          >
            <ResultText result={result} />
          </a>
        </li>
      ))}
    </ol>
  );
}
