/**
 * "Since when" as the form asks it and as the message says it. What is sent reads the same in every
 * language and stays true tomorrow: `2026-11-20 21:30 (Asia/Shanghai)`.
 */
export const sinceKinds = ["today", "yesterday", "week", "exact", "words"] as const;
export type SinceKind = (typeof sinceKinds)[number];

export type Since = {
  kind: SinceKind | null;
  /** `exact`: `YYYY-MM-DDTHH:MM` by the reader's clock; `words`: what was typed. */
  text: string;
};

/** `YYYY-MM-DD` by the reader's clock, `days` ago. */
export function dayOf(now: Date, days = 0): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The days of this week until today; weeks begin on Monday. */
const weekOf = (now: Date): string => `${dayOf(now, (now.getDay() + 6) % 7)} – ${dayOf(now)}`;

/** @param zone IANA name of the reader's time zone. */
export function writeSince({ kind, text }: Since, now: Date, zone: string): string {
  if (kind === "words") return text;
  if (kind === "today") return `${dayOf(now)} (${zone})`;
  if (kind === "yesterday") return `${dayOf(now, 1)} (${zone})`;
  if (kind === "week") return `${weekOf(now)} (${zone})`;
  return text ? `${text.replace("T", " ")} (${zone})` : "";
}

/** The choice behind an answer that was kept. */
export function readSince(answer: string, now: Date): Since {
  if (answer === "") return { kind: null, text: "" };
  const said = /^(.*) \([\w/+-]+\)$/.exec(answer)?.[1];
  if (said === dayOf(now)) return { kind: "today", text: "" };
  if (said === dayOf(now, 1)) return { kind: "yesterday", text: "" };
  if (said === weekOf(now)) return { kind: "week", text: "" };
  if (said && /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(said)) {
    return { kind: "exact", text: said.replace(" ", "T") };
  }
  return { kind: "words", text: answer };
}
