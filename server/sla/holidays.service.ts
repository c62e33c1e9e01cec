/** Holidays from the sources that come with the product; too large to be sent to a browser. */

import type { NamedDay } from "./holidays.ts";
import { fromHolidaySources, type HolidayPlace, holidayCountries } from "./holidaysources.ts";

/** Holidays of a place in a year; none when no source knows the year yet. */
export const holidaysOf = (place: HolidayPlace, year: number): NamedDay[] =>
  fromHolidaySources(place, year);

/** Countries whose holidays are known, by name in the language given. */
export function countries(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: "region" });
  return Object.keys(holidayCountries("en"))
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
