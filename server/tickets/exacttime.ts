import type { Locale } from "../../content/schema.ts";

const style = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
} as const;

/** "Mon, 23 Nov, 10:00 (GMT+8)" as the locale writes it: exact, with weekday and zone. */
export const exactTime = (at: Date, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", { ...style, timeZone }).format(at);
