import { isOpen } from "../sla/opentime.ts";
import type { Emotion, EmotionLevel } from "./emotion.ts";
import type { Facts } from "./facts.ts";
import type { Hits } from "./lexicon.ts";
import type { Condition, Field } from "./rule.ts";
import type { RuleSet } from "./ruleset.ts";

/**
 * Why a condition held. It names our own terms and the rule's own words, never what the customer wrote
 * beyond a term of a lexicon, so that it may be kept in a log.
 */
export type Evidence =
  | { because: "text"; lexicon: string; terms: string[] }
  | { because: "field"; field: Field | "hour" | "unset" | "unmatched" }
  | { because: "emotion"; level: EmotionLevel };

/** What conditions see while the rules are gone through. */
export type Situation = {
  facts: Facts;
  emotion: Emotion;
  hits: (lexicon: string) => Hits;
  set: Pick<RuleSet, "calendars" | "modules">;
  category: string | null;
  team: string | null;
  /** Whether a rule has fired already. */
  matched: boolean;
};

/** The evidence when the condition holds, else null. What is missing holds for nothing. */
export function match(condition: Condition, here: Situation): Evidence[] | null {
  if ("all" in condition) return every(condition.all, here);
  if ("any" in condition) return some(condition.any, here);
  if ("not" in condition) return some(condition.not, here) ? null : [];
  if ("text_any" in condition) return text(condition.text_any, condition.at_least ?? 1, here);
  if ("emotion" in condition)
    return here.emotion.level === condition.emotion
      ? [{ because: "emotion", level: condition.emotion }]
      : null;
  const field = fieldThatHolds(condition, here);
  return field && [{ because: "field", field }];
}

function every(conditions: Condition[], here: Situation): Evidence[] | null {
  const evidence: Evidence[] = [];
  for (const condition of conditions) {
    const found = match(condition, here);
    if (!found) return null;
    evidence.push(...found);
  }
  return evidence;
}

// All of them are looked at, because the answer to "why?" should be whole.
function some(conditions: Condition[], here: Situation): Evidence[] | null {
  const found = conditions.map((condition) => match(condition, here)).filter((one) => one !== null);
  return found.length > 0 ? found.flat() : null;
}

function text(lexicon: string, least: number, { hits }: Situation): Evidence[] | null {
  const { terms } = hits(lexicon);
  return terms.length >= least ? [{ because: "text", lexicon, terms }] : null;
}

type PlainField = Exclude<
  Condition,
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition[] }
  | { text_any: string }
  | { emotion: string }
>;
type Named = Extract<Evidence, { because: "field" }>["field"];

function fieldThatHolds(condition: PlainField, here: Situation): Named | null {
  const { facts, set } = here;
  const named = (field: Named, holds: boolean) => (holds ? field : null);
  if ("field" in condition) return named(condition.field, fieldHolds(condition, facts));
  if ("prior_contacts" in condition)
    return named("prior_contacts", (facts.prior_contacts ?? 0) >= condition.prior_contacts);
  if ("module_known" in condition)
    return named(
      "module",
      set.modules.some(({ id }) => id === facts.module),
    );
  if ("unset" in condition) return named("unset", here[condition.unset] === null);
  if ("unmatched" in condition) return named("unmatched", !here.matched);
  if ("hour_in" in condition) {
    const calendar = set.calendars[condition.hour_in];
    return named(
      "hour",
      calendar !== undefined && facts.at !== undefined && isOpen(calendar, facts.at),
    );
  }
  const [[field, values]] = Object.entries(condition) as [["tier", string[]]];
  return named(field, values.includes(facts[field] ?? ""));
}

type FieldCondition = Extract<Condition, { field: Field }>;

function fieldHolds(condition: FieldCondition, facts: Facts): boolean {
  const fact = facts[condition.field];
  if (fact === undefined || fact === "") return false;
  if ("at_least" in condition) return typeof fact === "number" && fact >= condition.at_least;
  const wanted = "in" in condition ? condition.in : [condition.eq];
  const held = typeof fact === "object" ? fact : [fact];
  return held.some((one) => wanted.includes(one));
}
