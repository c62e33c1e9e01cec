import { type Category, categorySchema } from "./facts.ts";
import type { Quadrant } from "./grade.ts";

/** Names of a tag's parts in one language. What has no name is shown by its id. */
export type TagLabels = {
  categories: Partial<Record<Category, string>>;
  modules: Readonly<Record<string, string>>;
};

/** Type, module and grade in one word, made anew whenever one of them changes: `fault-av-call-A`. */
export const tagOf = (category: Category, module: string | undefined, quadrant: Quadrant): string =>
  `${category}-${module || "general"}-${quadrant}`;

/** A tag as people read it: 故障-支付-E级, fault-payment-E. Anything else is returned as it is. */
export function tagLabel(tag: string, locale: string, labels: TagLabels): string {
  const [, category, module, quadrant] = /^([^-]+)-(.+)-([EABC])$/.exec(tag) ?? [];
  const known = categorySchema.safeParse(category);
  if (!known.success || !module) return tag;
  const grade = locale.startsWith("zh") ? `${quadrant}级` : quadrant;
  return [labels.categories[known.data] ?? category, labels.modules[module] ?? module, grade].join(
    "-",
  );
}
