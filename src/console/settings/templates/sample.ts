/** Sample values, so that a template can be read as a customer would. */
import type { Locale } from "../../../../content/schema.ts";
import { DAY, HOUR, type Instant } from "../../../../server/sla/instant.ts";
import {
  type Format,
  fill,
  placeholdersIn,
  prefill,
  type Values,
} from "../../../../server/tickets/templatefill.ts";
import type { Template, Variable } from "../../../../server/tickets/templates.ts";

export const sampleFormat: Format = {
  time: (at, locale) =>
    new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", {
      ...{ weekday: "short", day: "numeric", month: "short" },
      ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    }).format(at),
  duration: (seconds, locale) =>
    new Intl.NumberFormat(locale === "zh" ? "zh-CN" : "en-GB", {
      style: "unit",
      unit: seconds >= 3600 ? "hour" : "minute",
      unitDisplay: "long",
      maximumFractionDigits: 0,
    }).format(seconds >= 3600 ? seconds / 3600 : seconds / 60),
  number: (value, locale) => value.toLocaleString(locale),
};

const names = { en: ["Grace Miller", "Mia Hartmann"], zh: ["王磊", "陈思远"] } as const;

function sampleOf({ type, label }: Variable, locale: Locale, now: Instant): Values[string] {
  switch (type) {
    case "time":
      return new Date(now + DAY);
    case "duration":
      return 4 * 3600;
    case "number":
      return 2;
    case "link":
      return "https://help.example/orders/";
    default:
      return locale === "zh" ? `〔${label.zh}〕` : `[${label.en}]`;
  }
}

/** The text as a customer of this language would get it. */
export function sampleText(
  template: Pick<Template, "body" | "variables">,
  locale: Locale,
  now: Instant,
): string {
  const [customerName, agentName] = names[locale];
  const known = {
    now: new Date(now),
    ticketNumber: 10_042,
    customerName,
    agentName,
    promiseAt: new Date(now + 4 * HOUR),
    firstReplyDueAt: new Date(now + 4 * HOUR),
    article: "https://help.example/orders/",
  };
  const samples = template.variables.map((it) => [it.name, sampleOf(it, locale, now)]);
  const values = { ...Object.fromEntries(samples), ...prefill(template, known) };
  return fill(template, locale, values, sampleFormat).text;
}

/** Names that a text of either language uses and the list of variables lacks. */
export const unlisted = ({ body, variables }: Pick<Template, "body" | "variables">): string[] => [
  ...new Set(
    [...placeholdersIn(body.en), ...placeholdersIn(body.zh)].filter(
      (name) => !variables.some((variable) => variable.name === name),
    ),
  ),
];
