import type { ComponentProps, RefObject } from "react";
import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { searchPath } from "../../paths.ts";
import { warm } from "./useSearch.ts";

export type Variant = "home" | "header" | "page";

type Props = {
  locale: Locale;
  variant: Variant;
  field: RefObject<HTMLInputElement | null>;
  onSubmit?: ComponentProps<"form">["onSubmit"];
} & ComponentProps<"input">;

/**
 * The field is the browser's own, not React's: what was typed before the script came stays in it.
 * Without the script the form leads to the results page.
 */
export function SearchField({ locale, variant, field, onSubmit, onFocus, ...input }: Props) {
  return (
    <form
      className={`search-box ${variant}`}
      action={searchPath(locale)}
      method="get"
      onSubmit={onSubmit}
    >
      <svg
        className="icon"
        viewBox="0 0 24 24"
        width={variant === "header" ? 16 : 20}
        height={variant === "header" ? 16 : 20}
        aria-hidden="true"
      >
        <path d="m21 21-4.34-4.34" />
        <circle cx="11" cy="11" r="8" />
      </svg>
      <input
        ref={field}
        type="search"
        name="q"
        aria-label={m.site_search_label({}, { locale })}
        placeholder={m.site_search_placeholder({}, { locale })}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        {...input}
        onFocus={(event) => {
          void warm(locale);
          onFocus?.(event);
        }}
      />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a key cap for the eye, nothing can focus it */}
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
