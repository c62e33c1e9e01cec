/** The kinds of conditions a form can show, how each begins, and how they are read back. */
import { m } from "#messages";
import type { Condition, Field, Group } from "../../../../server/triage/rule.ts";

export const conditionKinds = {
  text: m.rules_c_text,
  field: m.rules_c_field,
  emotion: m.rules_c_emotion,
  prior: m.rules_c_prior,
  hour: m.rules_c_hour,
  module: m.rules_c_module,
  unset: m.rules_c_unset,
  unmatched: m.rules_c_unmatched,
  group: m.rules_c_group,
};
export type ConditionKind = keyof typeof conditionKinds;

export function kindOf(condition: Condition): ConditionKind {
  if ("text_any" in condition) return "text";
  if ("emotion" in condition) return "emotion";
  if ("prior_contacts" in condition) return "prior";
  if ("hour_in" in condition) return "hour";
  if ("module_known" in condition) return "module";
  if ("unset" in condition) return "unset";
  if ("unmatched" in condition) return "unmatched";
  return "all" in condition || "any" in condition || "not" in condition ? "group" : "field";
}

/** A condition as it is offered first: about a product, because that is what is asked for most. */
export const fresh: Record<ConditionKind, Condition> = {
  text: { text_any: "urgent" },
  field: { field: "module", in: [] as unknown as [string] },
  emotion: { emotion: "high" },
  prior: { prior_contacts: 2 },
  hour: { hour_in: "working" },
  module: { module_known: true },
  unset: { unset: "team" },
  unmatched: { unmatched: true },
  group: { any: [] },
};

export type GroupWord = "all" | "any" | "not";
export const wordOf = (group: Group): GroupWord =>
  "all" in group ? "all" : "any" in group ? "any" : "not";
export const membersOf = (group: Group): Condition[] =>
  "all" in group ? group.all : "any" in group ? group.any : group.not;
export const groupOf = (word: GroupWord, members: Condition[]): Group =>
  ({ [word]: members }) as Group;

/** Field and values of every condition that compares a field, whichever way it was written. */
export function fieldOf(condition: Condition): { field: Field; values: string[] } {
  if (!("field" in condition)) {
    const [[field, values]] = Object.entries(condition) as [[Field, string[]]];
    return { field, values };
  }
  if ("in" in condition) return { field: condition.field, values: condition.in.map(String) };
  const value = "eq" in condition ? condition.eq : condition.at_least;
  return { field: condition.field, values: [String(value)] };
}

export const fieldCondition = (field: Field, values: string[]): Condition =>
  values.length === 1
    ? { field, eq: values[0]! }
    : { field, in: values as unknown as [string, ...string[]] };
