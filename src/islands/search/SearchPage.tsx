import { useEffect, useRef } from "react";
import { searchPath } from "../../paths.ts";

import { groupsOf } from "./groups.ts";
import type { SearchProps } from "./index.tsx";
import { CannotSearch, NothingFound, Unsure, withQuery } from "./Notices.tsx";
import { ResultGroup } from "./ResultGroup.tsx";
import { SearchField } from "./SearchField.tsx";
import { SearchStatus } from "./SearchStatus.tsx";
import { foundOf, useSearch } from "./useSearch.ts";

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
  const found = foundOf(state);
  const groups = found ? groupsOf(found) : [];
  if (state.kind === "answered" && groups.length === 0) {
    return <NothingFound {...{ locale, query, contactHref }} />;
  }
  return (
    <div className="search-found">
      {found && !found.answer.confident && <Unsure {...{ locale, found, query, contactHref }} />}
      {groups.map((group) => (
        <ResultGroup key={group.kind} {...{ group, locale, opened }} />
      ))}
    </div>
  );
}
