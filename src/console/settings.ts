import { createContext, useContext } from "react";
import type { Form } from "../../content/forms.ts";
import type { Locale } from "../../content/schema.ts";
import { currentLocale } from "./language.ts";

type Text = Record<Locale, string>;
/** Something with an id that tickets store and a name that people read. */
export type Named = { id: string; label: Text };

/** What the content folder says of the company, its products and its forms; fixed when the page is built. */
export type Settings = {
  siteName: Text;
  categories: Named[];
  modules: Named[];
  forms: readonly Form[];
};

const SettingsContext = createContext<Settings | null>(null);
export const SettingsProvider = SettingsContext.Provider;

export function useSettings(): Settings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error("Settings are read outside the console.");
  return settings;
}

/** The name of an id, in the language of the desk; the id itself where it is no longer known. */
export function nameOf(list: readonly Named[], id: string): string {
  return list.find((item) => item.id === id)?.label[currentLocale()] ?? id;
}
