import type { Locale } from "../../../content/schema.ts";
import type { Filter } from "../../../server/insight/period.ts";
import { type Named, nameOf } from "../settings.ts";
import { priorityName } from "../words/grades.ts";

/** Languages by their own names. */
export const languages: Record<Locale, string> = { en: "English", zh: "中文" };

/** What a filter narrows to besides the days, in words. */
export const scopeOf = (
  { locale, category, priority }: Filter,
  categories: readonly Named[],
): string[] => [
  ...(locale ? [languages[locale]] : []),
  ...(category ? [nameOf(categories, category)] : []),
  ...(priority ? [priorityName(priority)] : []),
];
