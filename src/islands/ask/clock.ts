/** Times as the reader's own clock shows them. */
import type { Locale } from "../../../content/schema.ts";

const day = 86_400_000;

/** How dates are written: in English the day first and 24 hours, as there is no one English way. */
const styles: Record<Locale, string> = { en: "en-GB", zh: "zh-Hans" };

/** "Monday, 23 November, 11:00"; the year only where it isn't this one. */
export function timeText(at: Date, locale: Locale, now = new Date()): string {
  const near = Math.abs(at.getTime() - now.getTime()) < 180 * day;
  return new Intl.DateTimeFormat(styles[locale], {
    weekday: near ? "long" : undefined,
    year: near ? undefined : "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

/** "Asia/Shanghai, UTC+8": whose clock it is. */
export function zoneText(locale: Locale, at = new Date()): string {
  const format = new Intl.DateTimeFormat(styles[locale], { timeZoneName: "shortOffset" });
  const offset = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return `${format.resolvedOptions().timeZone.replaceAll("_", " ")}, ${offset.replace("GMT", "UTC")}`;
}
