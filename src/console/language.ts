/** The desk's language: what was chosen on this device, else the signed-in person's, else the browser's. */
import { useSyncExternalStore } from "react";
import { htmlLang, type Locale, localeSchema } from "../../content/schema.ts";
import { overwriteGetLocale } from "../i18n/paraglide/runtime.js";
import { recall, remember } from "./storage.ts";

const key = "console-locale";
const listeners = new Set<() => void>();

const chosen = (): Locale | undefined => localeSchema.safeParse(recall(key)).data;
const browsers = (): Locale => (/^zh/i.test(navigator.language) ? "zh" : "en");

let current: Locale = chosen() ?? browsers();
overwriteGetLocale(() => current);

export const currentLocale = (): Locale => current;

/** For `Intl`: 24-hour times and day before month in English. */
export const intlLocale = (): string => (current === "zh" ? "zh-CN" : "en-GB");

function show(locale: Locale): void {
  current = locale;
  document.documentElement.lang = htmlLang[locale];
  for (const listener of listeners) listener();
}

show(current);

/** The reader's own choice; it outlives the visit. */
export function chooseLocale(locale: Locale): void {
  remember(key, locale);
  show(locale);
}

/** The language of the account that signed in; a choice made on this device wins. */
export function adoptLocale(locale: Locale): void {
  if (!chosen() && locale !== current) show(locale);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale);
