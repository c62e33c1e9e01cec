/** Rules as sentences, in the desk's language. */
import { m } from "#messages";
import type { Action, Condition, Field, Rule } from "../../../../server/triage/rule.ts";
import type { Vocabulary } from "./choices.ts";
import {
  categoryName,
  fieldName,
  flagName,
  flowName,
  lexiconName,
  moodName,
  roleName,
} from "./names.ts";

const listed = (values: readonly unknown[], field: Field, { nameOfValue }: Vocabulary): string =>
  values
    .map((value) => m.rules_s_value({ value: nameOfValue(field, String(value)) }))
    .join(m.rules_s_list());

/** What has to hold. */
export function conditionText(condition: Condition, words: Vocabulary): string {
  if ("all" in condition) return joined(condition.all, m.rules_s_and(), words);
  if ("any" in condition) return joined(condition.any, m.rules_s_or(), words);
  if ("not" in condition)
    return m.rules_s_not({ what: joined(condition.not, m.rules_s_or(), words) });
  if ("text_any" in condition) return textText(condition);
  if ("field" in condition) return fieldText(condition, words);
  if ("emotion" in condition) return m.rules_s_emotion({ level: moodName(condition.emotion) });
  if ("prior_contacts" in condition) return m.rules_s_prior({ count: condition.prior_contacts });
  if ("hour_in" in condition) return m.rules_s_hour({ calendar: condition.hour_in });
  if ("module_known" in condition) return m.rules_s_module();
  if ("unset" in condition) return m.rules_s_unset({ what: whatName(condition.unset) });
  if ("unmatched" in condition) return m.rules_s_unmatched();
  const [[field, values]] = Object.entries(condition) as [[Field, string[]]];
  return m.rules_s_field({ field: fieldName(field), values: listed(values, field, words) });
}

const whatName = (what: "category" | "team"): string =>
  what === "team" ? m.rules_what_team() : m.rules_what_category();

function joined(conditions: readonly Condition[], by: string, words: Vocabulary): string {
  if (conditions.length === 0) return m.rules_s_nothing();
  return conditions.map((one) => within(one, conditions.length, words)).join(by);
}

/** Several conditions among others stand in brackets, so that "and" and "or" can't be mixed up. */
function within(condition: Condition, among: number, words: Vocabulary): string {
  const what = conditionText(condition, words);
  const members =
    "all" in condition ? condition.all : "any" in condition ? condition.any : [condition];
  return among > 1 && members.length > 1 ? m.rules_s_group({ what }) : what;
}

function textText({ text_any, at_least = 1 }: Extract<Condition, { text_any: string }>): string {
  const lexicon = lexiconName(text_any);
  return at_least > 1
    ? m.rules_s_text_many({ lexicon, count: at_least })
    : m.rules_s_text({ lexicon });
}

function fieldText(condition: Extract<Condition, { field: Field }>, words: Vocabulary): string {
  const field = fieldName(condition.field);
  if ("at_least" in condition) return m.rules_s_field_least({ field, value: condition.at_least });
  const values = "in" in condition ? condition.in : [condition.eq];
  return m.rules_s_field({ field, values: listed(values, condition.field, words) });
}

/** What it does. */
export function actionText(action: Action, words: Vocabulary): string {
  switch (action.do) {
    case "raise_priority":
      return action.if
        ? m.rules_d_raise_if({ priority: action.to, condition: conditionText(action.if, words) })
        : m.rules_d_raise({ priority: action.to });
    case "step_up":
      return m.rules_d_step({ cap: action.cap });
    case "set_if_empty":
      return settingText(action, words);
    case "set":
      return m.rules_d_set({ team: words.nameOfTeam(action.team) });
    case "flag":
      return m.rules_d_flag({ flag: flagName(action.flag) });
    case "notify":
      return m.rules_d_notify({ role: roleName(action.role) });
    case "start_flow":
      return m.rules_d_flow({ flow: flowName(action.flow) });
    case "tag":
      return m.rules_d_tag({ tag: action.tag });
  }
}

function settingText(
  { category, team }: Extract<Action, { do: "set_if_empty" }>,
  { nameOfTeam }: Vocabulary,
): string {
  const parts: string[] = [];
  if (category) parts.push(m.rules_d_category({ category: categoryName(category) }));
  if (typeof team === "string") parts.push(m.rules_d_team({ team: nameOfTeam(team) }));
  else if (team) parts.push(m.rules_d_team({ team: m.rules_d_module() }));
  return parts.join(separator());
}

export const actionsText = ({ then }: Pick<Rule, "then">, words: Vocabulary): string =>
  then.map((action) => actionText(action, words)).join(separator());

const separator = () => m.rules_comma();
