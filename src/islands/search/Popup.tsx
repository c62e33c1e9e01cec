import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { searchPath } from "../../paths.ts";
import type { Found, Group } from "./groups.ts";
import { Unsure, withQuery } from "./Notices.tsx";
import { addressOf, groupTitle, ResultText } from "./Result.tsx";

type Props = {
  /** The list's id. */
  list: string;
  locale: Locale;
  query: string;
  groups: readonly Group[];
  /** Index of the result chosen by the arrow keys, over all groups; -1 for none. */
  active: number;
  onOpen: (index: number) => void;
  /** What was found, where none of it may be an answer. */
  unsure: Found | null;
  contactHref: string;
};

/** The id of one option, for `aria-activedescendant`. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** Results under the field. Focus stays in the field; the arrow keys only point. */
export function Popup(props: Props) {
  const { list, locale, query, groups, active, onOpen, unsure, contactHref } = props;
  const placed = groups.flatMap((group) => group.placed);
  return (
    <>
      <div id={list} role="listbox" aria-label={m.site_search_results_label({}, { locale })}>
        {groups.map(({ kind, placed: some }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list of options has groups, not fieldsets
          <div key={kind} role="group" aria-label={groupTitle(kind, locale)}>
            <span className="search-group" aria-hidden="true">
              {groupTitle(kind, locale)}
            </span>
            {some.map((one) => {
              const index = placed.indexOf(one);
              return (
                <a
                  key={one.result.key}
                  id={optionId(list, index)}
                  className={`search-result ${kind}`}
                  role="option"
                  tabIndex={-1}
                  lang={one.foreign ?? undefined}
                  aria-selected={index === active}
                  href={addressOf(one.result)}
                  onClick={() => onOpen(index)}
                >
                  <ResultText {...one} />
                </a>
              );
            })}
          </div>
        ))}
      </div>
      <a className="search-all" href={withQuery(searchPath(locale), query)}>
        {m.site_search_all({}, { locale })}
      </a>
      {unsure && <Unsure {...{ locale, query, contactHref }} found={unsure} />}
    </>
  );
}
