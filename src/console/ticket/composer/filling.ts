/** A template on one ticket: what goes into its places, and what is still asked for. */
import type { Locale } from "../../../../content/schema.ts";
import { durationText } from "../../../../server/tickets/duration.ts";
import { exactTime } from "../../../../server/tickets/exacttime.ts";
import { rulesOf } from "../../../../server/tickets/purposes.ts";
import { fill, type Known, prefill, type Values } from "../../../../server/tickets/templatefill.ts";
import type { Template, Variable } from "../../../../server/tickets/templates.ts";
import type { Draft } from "./drafts.ts";
import { namesIn } from "./segments.ts";

/** @param standing the promise that stands now, which a delay notice moves. */
export type Around = Known & { standing: Date | null; locale: Locale; timeZone: string };

/** Whether a variable is the promise itself: the time of the next update is its field. */
export const isPromise = ({ purpose }: Pick<Template, "purpose">, { name, fill: from }: Variable) =>
  from === "promise" || rulesOf(purpose).promiseVariable === name;

export function valuesOf(template: Template, draft: Pick<Draft, "values">, around: Around): Values {
  const known = prefill(template, around);
  const value = (variable: Variable): Values[string] => {
    const hand = draft.values[variable.name];
    if (isPromise(template, variable)) return known[variable.name] ?? around.promiseAt;
    if (hand === undefined || hand === "")
      return known[variable.name] ?? longer(variable, template, around);
    return variable.type === "time" ? new Date(Number(hand)) : hand;
  };
  return Object.fromEntries(template.variables.map((variable) => [variable.name, value(variable)]));
}

/** How much longer a delay is than what was told before, in seconds; null where that is nothing. */
function longer(
  { type }: Variable,
  { purpose }: Template,
  { promiseAt, standing, firstReplyDueAt, now }: Around,
) {
  if (purpose !== "delay" || type !== "duration" || !promiseAt) return null;
  const seconds = Math.floor(
    (promiseAt.getTime() - (standing ?? firstReplyDueAt ?? now).getTime()) / 1000,
  );
  return seconds > 0 ? seconds : null;
}

/** Values as the customer reads them: in their language, on their wall clock. */
export function written(template: Template, values: Values, { locale, timeZone }: Around) {
  const format = {
    time: (at: Date) => exactTime(at, locale, timeZone),
    duration: durationText,
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
  };
  return (name: string): string | null => {
    const body = { en: `{{${name}}}`, zh: `{{${name}}}` };
    const variables = template.variables.filter((variable) => variable.name === name);
    const one = fill({ body, variables }, locale, values, format);
    return one.missing.length > 0 ? null : one.text;
  };
}

/** Variables that the message can't go without: those in its text, and those of its purpose. */
export function neededBy(template: Template, draft: Pick<Draft, "source">): Variable[] {
  const names = new Set([
    ...namesIn(draft.source ?? []),
    ...Object.keys(rulesOf(template.purpose).needs),
  ]);
  return template.variables.filter(({ name }) => names.has(name));
}

/** How a reply looks, where nobody said: it gets further if it has a time and more than a line. */
export function looksSubstantive(
  template: Pick<Template, "purpose"> | null,
  text: string,
  hasPromise: boolean,
): boolean {
  const progress = template ? rulesOf(template.purpose).progress : "agent";
  if (progress !== "agent") return progress === "yes" && hasPromise;
  return (
    hasPromise && (text.trim().length > 60 || /\S\s*\n\s*\S/.test(text) || isLongChinese(text))
  );
}

// Chinese says in a third of the letters what takes English a line.
const isLongChinese = (text: string): boolean => (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > 20;
