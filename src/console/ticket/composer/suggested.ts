/** Which texts of the phrase library fit what the customer wrote and how the ticket stands. */
import type { Locale } from "../../../../content/schema.ts";
import type { Purpose, Template } from "../../../../server/tickets/templates.ts";
import { segment } from "../../../search/segment.ts";
import { isStopWord } from "../../../search/words.ts";

export type Situation = {
  locale: Locale;
  /** Subject and what the customer wrote. */
  said: string;
  status: string;
  /** Nobody has answered yet. */
  isUnanswered: boolean;
  /** A promised time has passed or is about to. */
  isLate: boolean;
  /** What the ticket asks for before anything else, or null. */
  first: Purpose | null;
};

/** Fewer words in common say nothing. */
const leastShared = 2;

/**
 * At most so many, the best first: what the desk itself wrote about the same, then what the state of
 * the ticket calls for.
 * @param templates those that are offered for the ticket, in their order.
 */
export function suggestedTemplates(
  templates: readonly Template[],
  situation: Situation,
  most = 2,
): Template[] {
  const said = termsOf(situation.said);
  const about = templates
    .filter(({ purpose }) => purpose === "custom")
    .map((template) => ({ template, shared: shared(template, said, situation.locale) }))
    .filter(({ shared }) => shared >= leastShared)
    .sort((a, b) => b.shared - a.shared)
    .map(({ template }) => template);
  const wanted = purposeFor(situation);
  const fitting = templates.filter(({ purpose }) => purpose === wanted);
  return [...new Set([...about, ...fitting])].slice(0, most);
}

function purposeFor({ status, isUnanswered, isLate, first }: Situation): Purpose {
  if (isLate && !isUnanswered) return "delay";
  if (status === "waiting_third_party") return "third_party";
  if (isUnanswered) return first ?? "received";
  return "progress";
}

function shared({ name, body }: Template, said: ReadonlySet<string>, locale: Locale): number {
  const own = termsOf(`${name[locale]}\n${body[locale].replace(/\{\{.*?\}\}/g, " ")}`);
  return [...own].filter((term) => said.has(term)).length;
}

/** Words that are about something. */
const termsOf = (text: string): ReadonlySet<string> =>
  new Set(
    segment(text)
      .filter(({ word, han }) => !isStopWord(word, han))
      .map(({ term }) => term),
  );
