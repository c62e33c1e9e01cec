import chineseDays from "chinese-days/dist/chinese-days.json" with { type: "json" };
import Holidays, { type HolidaysTypes } from "date-holidays";
import type { NamedDay } from "./holidays.ts";
import { DAY, HOUR } from "./instant.ts";
import { datesOfSpan } from "./spans.ts";

/** Whose holidays: country and its parts by their ISO 3166 codes, e.g. `DE`, `BY`. */
export interface HolidayPlace {
  country: string;
  state?: string;
  region?: string;
}

/**
 * The public holidays of a place in a year; empty for a place or a year that no source knows.
 * China's come from `chinese-days`, because only that names the days made up for and the bridges
 * the State Council sets; all others are worked out by `date-holidays`.
 */
export function fromHolidaySources(place: HolidayPlace, year: number): NamedDay[] {
  return place.country.toUpperCase() === "CN"
    ? fromChineseDays(chineseDays, year)
    : fromDateHolidays(place, year);
}

/** The data of `chinese-days`: date to "English name,Chinese name,number of days". */
export interface ChineseDays {
  holidays: Readonly<Record<string, string>>;
  workdays: Readonly<Record<string, string>>;
}

// The package's functions go through Date and are a day off west of Greenwich; its data isn't.
/** Holidays and make-up days of one year of the data, ascending. */
export function fromChineseDays(data: ChineseDays, year: number): NamedDay[] {
  const days = (record: ChineseDays["holidays"], kind: NamedDay["kind"]): NamedDay[] =>
    Object.entries(record)
      .filter(([date]) => date.startsWith(`${year}-`))
      .map(([date, names]) => {
        const [en, zh] = names.split(",");
        return { date, kind, during: null, label: { en, zh } };
      });
  return [...days(data.holidays, "closed"), ...days(data.workdays, "open")].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

const keyOf = ({ date, rule }: HolidaysTypes.Holiday): string => `${date} ${rule}`;

function fromDateHolidays({ country, state, region }: HolidayPlace, year: number): NamedDay[] {
  const source = new Holidays();
  source.init(country, state, region);
  const own = [...source.getLanguages()];
  const namesIn = (language: string) =>
    new Map(source.getHolidays(year, language).map((day) => [keyOf(day), day.name]));
  const native = own.map(namesIn);
  const chinese = namesIn("zh");
  // Where it has no Chinese name the package gives one in a language of the country.
  const isChinese = (key: string): boolean =>
    own.includes("zh") || !native.some((names) => names.get(key) === chinese.get(key));
  return source.getHolidays(year, "en").flatMap((day) => {
    const key = keyOf(day);
    const zh = isChinese(key) ? chinese.get(key) : undefined;
    return fromDateHoliday(day, zh);
  });
}

/** One entry of `date-holidays` as days; none unless it is a public holiday. */
export function fromDateHoliday(
  day: Pick<HolidaysTypes.Holiday, "date" | "start" | "end" | "name" | "type">,
  chineseName?: string,
): NamedDay[] {
  if (day.type !== "public") return [];
  const begin = Date.parse(`${day.date.slice(0, 10)}T${day.date.slice(11, 19)}Z`);
  const label = { en: day.name, ...(chineseName ? { zh: chineseName } : {}) };
  return datesOfSpan(begin, begin + wallLength(day)).map(
    (part): NamedDay => ({ ...part, kind: "closed", label }),
  );
}

// `start` and `end` are instants: a holiday on which the clocks change is 23 or 25 hours long.
function wallLength({ start, end }: { start: Date; end: Date }): number {
  const length = end.getTime() - start.getTime();
  const days = Math.round(length / DAY) * DAY;
  return days > 0 && Math.abs(length - days) <= HOUR ? days : length;
}

/** Countries whose holidays are known: ISO 3166 code to name in the country's or the given language. */
export const holidayCountries = (language: string): Record<string, string> =>
  new Holidays().getCountries(language);
