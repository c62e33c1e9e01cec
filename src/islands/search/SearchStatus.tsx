import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { isUnsure } from "./groups.ts";
import { unsureText } from "./Notices.tsx";
import type { SearchState } from "./useSearch.ts";

/** Says to those who don't see the list what has happened to it. */
export function SearchStatus({ locale, state }: { locale: Locale; state: SearchState }) {
  return (
    <p className="search-status" role="status">
      {textOf(locale, state)}
    </p>
  );
}

function textOf(locale: Locale, state: SearchState): string {
  if (state.kind === "idle") return "";
  if (state.kind === "waiting") return m.site_search_waiting({}, { locale });
  if (state.kind === "failed") return m.site_search_failed({}, { locale });
  const { answer, elsewhere } = state.found;
  const count = answer.results.length + (elsewhere?.results.length ?? 0);
  if (count === 0) return m.site_search_none({ query: state.query }, { locale });
  const unsure = isUnsure(state.found) ? unsureText(state.found, locale) : "";
  return [m.site_search_count({ count }, { locale }), unsure].filter(Boolean).join(" · ");
}
