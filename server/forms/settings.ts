/** What the content folder says of the company, as the console shows it. */
import type { Form } from "../../content/forms.ts";
import type { Category, ProductModule, Site } from "../../content/schema.ts";

type Source = {
  site: Site;
  categories: readonly Category[];
  modules: readonly ProductModule[];
  forms: readonly Form[];
};

const named = ({ id, title }: Category | ProductModule) => ({ id, label: title });

export const settingsOf = ({ site, categories, modules, forms }: Source) => ({
  siteName: site.name,
  categories: categories.map(named),
  modules: modules.map(named),
  forms,
});
