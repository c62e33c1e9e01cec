import type {
  Category,
  FrontMatter,
  Locale,
  ProductModule,
  Site,
  Synonyms,
} from "../../content/schema.ts";
import type { Reason } from "./faults.ts";

/** One article as lists know it: everything but its text. */
export type Entry = FrontMatter & {
  locale: Locale;
  /** The folder it lies in, an id of `categories.yml`. */
  category: string;
  slug: string;
  /** Address on the site, with a slash at both ends: `/en/invoices/request-invoice/`. */
  href: string;
  /** Absolute path of its Markdown file. */
  file: string;
};

/** A file that was left out, or a fault in one that was not, for the person who can mend it. */
export type ContentProblem = { file: string; reason: Reason };

/** The published knowledge base at one moment. Never changed: a later moment is another object. */
export type Catalog = {
  site: Site;
  categories: Category[];
  modules: ProductModule[];
  /** Phrases that can stand for each other in a title. */
  synonyms: Record<Locale, Synonyms>;
  /** In order of locale, category and slug. */
  entries: Entry[];
  /** Articles that readers don't get: for others than the public, unfinished or archived. For the desk. */
  unlisted: Entry[];
  problems: ContentProblem[];
};
