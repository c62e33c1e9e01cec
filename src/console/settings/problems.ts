import { m } from "#messages";
import type { SettingProblem } from "../../../server/settings/kinds.ts";
import { sentenceOf } from "./document/sentences.ts";

type Values = Record<string, string | number>;

/** Why a document of settings can't be used, by code; further kinds add theirs. */
const texts: Record<string, (values: Values) => string> = {
  emotion_lexicon: ({ name = "" }) => m.console_setting_emotion_lexicon({ name }),
  emotion_order: ({ high = "", medium = "" }) => m.console_setting_emotion_order({ high, medium }),
  lexicon_empty: ({ name = "" }) => m.console_setting_lexicon_empty({ name }),
  lexicon_twice: ({ name = "" }) => m.console_setting_lexicon_twice({ name }),
  module_team: ({ name = "" }) => m.console_setting_module_team({ name }),
  module_twice: ({ name = "" }) => m.console_setting_module_twice({ name }),
  module_unknown: ({ name = "" }) => m.console_setting_module_unknown({ name }),
  not_yaml: () => m.console_setting_not_yaml(),
  other_kind: ({ named = "" }) => m.console_setting_other_kind({ named }),
  rule_duplicate_id: ({ rule = "" }) => m.console_setting_rule_duplicate_id({ rule }),
  rule_lowers_priority: () => m.console_setting_rule_lowers_priority(),
  rule_malformed: () => m.console_setting_rule_malformed(),
  rule_never_fires: ({ other = "" }) => m.console_setting_rule_never_fires({ other }),
  rule_p0_by_own_urgency: () => m.console_setting_rule_p0_by_own_urgency(),
  rule_p0_to_junior_team: () => m.console_setting_rule_p0_to_junior_team(),
  rule_p0_without_team: () => m.console_setting_rule_p0_without_team(),
  rule_same_condition_other_team: ({ other = "" }) =>
    m.console_setting_rule_same_condition_other_team({ other }),
  rule_unknown_calendar: ({ name = "" }) => m.console_setting_rule_unknown_calendar({ name }),
  rule_unknown_lexicon: ({ name = "" }) => m.console_setting_rule_unknown_lexicon({ name }),
  rule_unknown_module: ({ name = "" }) => m.console_setting_rule_unknown_module({ name }),
  rule_unknown_team: ({ name = "" }) => m.console_setting_rule_unknown_team({ name }),
  shape: ({ where = "" }) => m.console_setting_shape({ where }),
  team_default: ({ name = "" }) => m.console_setting_team_default({ name }),
  team_emergency: ({ name = "" }) => m.console_setting_team_emergency({ name }),
  team_emergency_junior: () => m.console_setting_team_emergency_junior(),
  team_in_module: ({ module = "", name = "" }) =>
    m.console_setting_team_in_module({ module, name }),
  team_in_rule: ({ name = "", rule = "" }) => m.console_setting_team_in_rule({ name, rule }),
  team_p0_junior: ({ rule = "" }) => m.console_setting_team_p0_junior({ rule }),
  team_twice: ({ name = "" }) => m.console_setting_team_twice({ name }),
};

/** What is wrong and what to do about it. */
export const problemText = ({ code, values }: SettingProblem): string =>
  texts[code]?.(values) ?? sentenceOf(code, values) ?? m.console_setting_shape({ where: code });

/** A refusal keeps the document from being saved; a notice doesn't. */
export const isRefusal = ({ severity }: SettingProblem): boolean => severity !== "notice";

/** Problems of one place of the document, such as `["rules", 3]`. */
export const problemsAt = (
  problems: readonly SettingProblem[],
  ...path: (string | number)[]
): SettingProblem[] => problems.filter((one) => path.every((step, i) => one.path[i] === step));
