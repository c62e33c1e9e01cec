import type { Locale } from "../../content/schema.ts";

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/**
 * "1 hour 30 minutes", "1 小时 30 分钟": a span of real time in days of 24 hours, hours and minutes.
 * @param seconds positive; a begun minute counts as a whole one, so that nobody is told too little.
 */
export function durationText(seconds: number, locale: Locale): string {
  let left = Math.ceil(seconds / 60) * 60;
  const parts = units.flatMap(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? [inUnit(count, unit, locale)] : [];
  });
  return parts.join(" ");
}

// Put together here, because Chinese is written with a space on our pages and without one by Intl.
function inUnit(count: number, unit: string, locale: Locale): string {
  const written = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
  const parts = written.formatToParts(count).filter(({ type }) => type !== "literal");
  return parts.map(({ value }) => value).join(" ");
}
