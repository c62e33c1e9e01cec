/** Numbers and days as they are written here. */
import { currentLocale, intlLocale } from "../language.ts";

const isZh = (): boolean => currentLocale() === "zh";

export const count = (n: number): string => n.toLocaleString(intlLocale());

/** Whole percents; next to 0 % and 100 % a decimal, because nearly all is not all. */
export function percent(share: number): string {
  const isEdge = (share > 0 && share < 0.01) || (share < 1 && share > 0.99);
  const shown = isEdge ? Math.min(0.999, Math.max(0.001, share)) : share;
  const digits = isEdge ? 1 : 0;
  return shown.toLocaleString(intlLocale(), { style: "percent", maximumFractionDigits: digits });
}

/** `38–55%`. */
export const percents = (lower: number, upper: number): string =>
  `${isZh() ? percent(lower) : percent(lower).replace("%", "")}–${percent(upper)}`;

function formatDay(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(day).toLocaleDateString(intlLocale(), { ...options, timeZone: "UTC" });
}

/** `12 Nov`. */
export const shortDay = (day: string): string => formatDay(day, { day: "numeric", month: "short" });

/** `Thu 12 Nov`. */
const weekDay = (day: string): string =>
  formatDay(day, { weekday: "short", day: "numeric", month: "short" });

/** One day or several: `12 Nov`, `9 Nov – 15 Nov`. */
export const shortDays = (from: string, to: string): string =>
  from === to ? shortDay(from) : `${shortDay(from)} – ${shortDay(to)}`;

/** `Thu 12 Nov`, `9 Nov – 15 Nov`. */
export const longDays = (from: string, to: string): string =>
  from === to ? weekDay(from) : shortDays(from, to);

/** Sentences one after the other; Chinese leaves no space between them. */
export const sentences = (texts: readonly string[]): string => texts.join(isZh() ? "" : " ");

/** The wall clock of the desk with its day. */
export const deskTime = (at: Date, zone: string): string =>
  at.toLocaleString(intlLocale(), {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  });

/** A zone in words: `China Standard Time`. */
export function zoneName(zone: string, at: Date): string {
  const format = new Intl.DateTimeFormat(intlLocale(), { timeZone: zone, timeZoneName: "long" });
  return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? zone;
}
