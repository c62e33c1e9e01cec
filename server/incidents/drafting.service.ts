/** What an incident says before anybody has written anything. */
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import type { Deps } from "../deps.ts";
import type { IncidentSource } from "./incident.ts";

/** Title and banner in both languages, from the category's name; the banner is off. */
export function draftTexts(deps: Pick<Deps, "content">, source: IncidentSource, category: string) {
  const known = deps.content().categories.find(({ id }) => id === category);
  const say = (write: typeof m.incidents_draft_title, locale: Locale) =>
    write({ topic: known?.title[locale] ?? category }, { locale });
  const words = (write: typeof m.incidents_draft_title) => ({
    en: say(write, "en"),
    zh: say(write, "zh"),
  });
  const title = source === "surge" ? m.incidents_draft_title_surge : m.incidents_draft_title;
  return { title: words(title), banner: { ...words(m.incidents_draft_banner), link: "" } };
}
