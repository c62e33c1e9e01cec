/** Pages for browsers without script: plain HTML with everything escaped. */
import { m } from "#messages";
import { htmlLang, type Locale } from "../../content/schema.ts";

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character]!);

function layout(locale: Locale, site: string, title: string, body: string): string {
  return `<!doctype html><html lang="${htmlLang[locale]}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark"><title>${escaped(title)} · ${escaped(site)}</title>
<style>body{font:16px/1.65 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}
dt{font-weight:600;margin-top:1rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
<body><main>${body}</main></body></html>`;
}

export function plainReceipt(facts: {
  locale: Locale;
  site: string;
  number: number;
  email: string;
}): string {
  const to = { locale: facts.locale };
  const title = m.ask_plain_receipt_title({}, to);
  const text = m.ask_plain_receipt_text({ number: facts.number, email: facts.email }, to);
  const home = `<p><a href="/${facts.locale}/">${escaped(m.ask_plain_home({}, to))}</a></p>`;
  return layout(
    facts.locale,
    facts.site,
    title,
    `<h1>${escaped(title)}</h1><p>${escaped(text)}</p>${home}`,
  );
}

export function plainFailure(facts: {
  locale: Locale;
  site: string;
  message: string;
  /** Label of the field that is wrong, or empty. */
  field: string;
  typed: { label: string; value: string }[];
}): string {
  const to = { locale: facts.locale };
  const title = m.ask_plain_failure_title({}, to);
  const what = facts.field ? `${facts.field}: ${facts.message}` : facts.message;
  const typed = facts.typed
    .map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
    .join("");
  const back = `<p>${escaped(m.ask_plain_failure_back({}, to))}</p>`;
  return layout(
    facts.locale,
    facts.site,
    title,
    `<h1>${escaped(title)}</h1><p><strong>${escaped(what)}</strong></p>${back}<dl>${typed}</dl>`,
  );
}
