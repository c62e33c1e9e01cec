import "./search.css";
import type { Locale } from "../../../content/schema.ts";
import type { CategoryLink } from "./Notices.tsx";
import { SearchBox } from "./SearchBox.tsx";
import type { Variant } from "./SearchField.tsx";
import { SearchPage } from "./SearchPage.tsx";

export type SearchProps = {
  locale: Locale;
  /** Where to go when search can't be loaded. */
  categories: readonly CategoryLink[];
  /** The form's address; the question is added as `q` when nothing was found. */
  contactHref: string;
  /** `home` and `header` show results under the field, `page` as the page's own list. */
  variant: Variant;
  initialQuery?: string;
};

/** The search of the help center. Rendered at build time; the index is loaded when it is reached for. */
export default function Search(props: SearchProps) {
  return props.variant === "page" ? <SearchPage {...props} /> : <SearchBox {...props} />;
}
