import { useId } from "react";
import type { SearchProps } from "./index.tsx";
import { CannotSearch, NothingFound } from "./Notices.tsx";
import { optionId, Popup } from "./Popup.tsx";
import { SearchField } from "./SearchField.tsx";
import { SearchStatus } from "./SearchStatus.tsx";
import { useCombobox } from "./useCombobox.ts";

/** The field of the home page and the header, with results under it while typing. */
export function SearchBox(props: SearchProps) {
  const { locale, variant } = props;
  const list = useId();
  const box = useCombobox(locale);
  const listed = box.shown && box.groups.length > 0;
  return (
    <search
      className={`search-island ${variant}`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) box.close();
      }}
    >
      <SearchField
        locale={locale}
        variant={variant}
        field={box.field}
        defaultValue={props.initialQuery}
        role="combobox"
        aria-expanded={listed}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={listed && box.active >= 0 ? optionId(list, box.active) : undefined}
        onInput={(event) => box.type(event.currentTarget.value)}
        onFocus={({ currentTarget: { value } }) => value !== "" && box.type(value)}
        onKeyDown={box.onKeyDown}
      />
      <SearchStatus locale={locale} state={box.state} />
      {box.shown && <Panel {...props} list={list} box={box} />}
    </search>
  );
}

type PanelProps = SearchProps & { list: string; box: ReturnType<typeof useCombobox> };

function Panel({ locale, categories, contactHref, list, box }: PanelProps) {
  const { state, groups, active, note, type } = box;
  if (state.kind === "idle" || (state.kind === "waiting" && groups.length === 0)) return null;
  return (
    <div className="search-popup">
      {state.kind === "failed" ? (
        <CannotSearch locale={locale} categories={categories} retry={() => type(state.query)} />
      ) : groups.length > 0 ? (
        <Popup
          {...{ list, locale, groups, active }}
          query={state.query}
          onOpen={note}
          unsure={box.unsure}
          contactHref={contactHref}
        />
      ) : (
        <NothingFound locale={locale} query={state.query} contactHref={contactHref} />
      )}
    </div>
  );
}
