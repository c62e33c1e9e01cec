import "./notice.css";
import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { contactPath } from "../../paths.ts";
import type { News } from "./news.ts";

/** Tells a reader of any page what became of a message that waited. */
export function showNotice({ outcome }: News): void {
  if (outcome.kind === "away") return;
  const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const bar = document.createElement("aside");
  bar.className = "site-notice";
  bar.setAttribute("role", "status");
  const text = document.createElement("span");
  const link = document.createElement("a");
  if (outcome.kind === "done") {
    const { pathname, search } = new URL(outcome.value.statusUrl);
    text.textContent = m.ask_delivered({ number: outcome.value.number }, { locale });
    link.textContent = m.ask_sent_status({}, { locale });
    link.href = pathname + search;
  } else {
    text.textContent = m.ask_undelivered({ reason: outcome.refusal.message }, { locale });
    link.textContent = m.ask_undelivered_open({}, { locale });
    link.href = contactPath(locale);
  }
  bar.append(text, link, closing(bar, locale));
  document.body.append(bar);
}

function closing(bar: HTMLElement, locale: Locale): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = m.ask_close({}, { locale });
  button.addEventListener("click", () => bar.remove());
  return button;
}
