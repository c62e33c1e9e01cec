/** How the tests write values: times in Shanghai, as a customer there reads them. */

import { durationText } from "#server/tickets/duration.ts";
import { exactTime } from "#server/tickets/exacttime.ts";
import { defaultTemplates } from "#server/tickets/templatedefaults.ts";
import { type Format, fill, type Values } from "#server/tickets/templatefill.ts";
import type { Template } from "#server/tickets/templates.ts";

export const format: Format = {
  time: (at, locale) => exactTime(at, locale, "Asia/Shanghai"),
  duration: durationText,
  number: (value, locale) => new Intl.NumberFormat(locale).format(value),
};

export const template = (id: string): Template =>
  defaultTemplates.templates.find((one) => one.id === id)!;

/** Monday 23 November 2026, 10:00 in Shanghai. */
export const monday = new Date("2026-11-23T10:00:00+08:00");

/** A value of the right type for each variable, as somebody at the desk would give it. */
export const sample = ({ variables }: Template): Values =>
  Object.fromEntries(
    variables.map(({ name, type }) => [
      name,
      { text: `<${name}>`, time: monday, duration: 5400, number: 7, link: "https://x.example/a" }[
        type
      ],
    ]),
  );

export const filled = (id: string, locale: "en" | "zh", values: Values) =>
  fill(template(id), locale, values, format);
