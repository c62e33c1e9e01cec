import type { Answer, Answers, Form } from "../../../content/forms.ts";

/** What was typed into the page before this script ran: nothing of it is lost. */
export function typedBefore(form: Form): Answers {
  if (typeof document === "undefined") return {};
  const element = document.querySelector<HTMLFormElement>("form.ask-form");
  if (!element) return {};
  const data = new FormData(element);
  return Object.fromEntries(form.fields.flatMap(({ id }) => typed(data, id)));
}

/** Files that were chosen before this script ran, by field. */
export function filesBefore(): { field: string; files: File[] }[] {
  if (typeof document === "undefined") return [];
  const inputs = document.querySelectorAll<HTMLInputElement>("form.ask-form input[type=file]");
  return [...inputs].map(({ name, files }) => ({ field: name, files: [...(files ?? [])] }));
}

function typed(data: FormData, id: string): [string, Answer][] {
  const value = data.get(id);
  if (typeof value === "string" && value !== "") return [[id, value]];
  const [tick, reason] = data.getAll(`${id}.waived`);
  return tick === "on" ? [[id, { waived: String(reason ?? "") }]] : [];
}
