/** What the words of rules are called. What has no name here is shown by its id. */
import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import type { Category } from "../../../../server/triage/facts.ts";
import type { Team } from "../../../../server/triage/ruleset.ts";
import { trpc } from "../../api.ts";
import { currentLocale } from "../../language.ts";

type Names = Record<string, () => string>;
const named =
  (names: Names) =>
  (id: string): string =>
    names[id]?.() ?? id;

export const categories: Record<Category, () => string> = {
  fault: m.rules_cat_fault,
  security: m.rules_cat_security,
  question: m.rules_cat_question,
  billing: m.rules_cat_billing,
  complaint: m.rules_cat_complaint,
  suggestion: m.rules_cat_suggestion,
};
export const categoryName = named(categories);

const tagWords: Record<Category, () => string> = {
  fault: m.rules_tag_fault,
  security: m.rules_tag_security,
  question: m.rules_tag_question,
  billing: m.rules_tag_billing,
  complaint: m.rules_tag_complaint,
  suggestion: m.rules_tag_suggestion,
};

/** `fault-cam-E` as 故障-摄像机-E级. */
export function tagName(tag: string, moduleName: (id: string) => string): string {
  const [, category, module, quadrant] = /^([^-]+)-(.+)-([EABC])$/.exec(tag) ?? [];
  if (!category || !module) return tag;
  const product = module === "general" ? m.rules_tag_general() : moduleName(module).toLowerCase();
  const grade = currentLocale() === "zh" ? `${quadrant}级` : quadrant;
  return [named(tagWords)(category), product, grade].join("-");
}

export const lexicons: Names = {
  strong: m.rules_lex_strong,
  angry: m.rules_lex_angry,
  displeased: m.rules_lex_displeased,
  loss: m.rules_lex_loss,
  urgent: m.rules_lex_urgent,
  scene: m.rules_lex_scene,
  nudge: m.rules_lex_nudge,
  security: m.rules_lex_security,
  funds: m.rules_lex_funds,
  outage: m.rules_lex_outage,
  core: m.rules_lex_core,
  finance: m.rules_lex_finance,
  callquality: m.rules_lex_callquality,
  trouble: m.rules_lex_trouble,
  suggest: m.rules_lex_suggest,
  howto: m.rules_lex_howto,
};
export const lexiconName = named(lexicons);

export const moods: Names = {
  low: m.rules_mood_low,
  medium: m.rules_mood_medium,
  high: m.rules_mood_high,
};
export const moodName = named(moods);

export const flags: Names = {
  "calm-first": m.rules_flag_calm_first,
  scene: m.rules_flag_scene,
  "escalate-lead": m.rules_flag_escalate_lead,
  public: m.rules_flag_public,
};
export const flagName = named(flags);

export const roles: Names = {
  csm: m.rules_role_csm,
  "oncall-lead": m.rules_role_oncall_lead,
};
export const roleName = named(roles);

export const flows: Names = { incident: m.rules_flow_incident, risk: m.rules_flow_risk };
export const flowName = named(flows);
export const flowWord = named({
  incident: m.rules_flow_short_incident,
  risk: m.rules_flow_short_risk,
});

export const fields: Names = {
  kind: m.rules_f_kind,
  topic: m.rules_f_topic,
  module: m.rules_f_module,
  impact: m.rules_f_impact,
  urgency: m.rules_f_urgency,
  tier: m.rules_f_tier,
  channel: m.rules_f_channel,
  locale: m.rules_f_locale,
  region: m.rules_f_region,
  tags: m.rules_f_tags,
  prior_contacts: m.rules_f_prior_contacts,
};
/** Of a field, or of what else a condition looked at. */
export const fieldName = named({
  ...fields,
  hour: m.rules_f_hour,
  unset: m.rules_f_unset,
  unmatched: m.rules_f_unmatched,
});

export const channels: Names = {
  web: m.rules_channel_web,
  email: m.rules_channel_email,
  api: m.rules_channel_api,
  phone: m.rules_channel_phone,
  walk_in: m.rules_channel_walk_in,
  manager: m.rules_channel_manager,
  social: m.rules_channel_social,
};
export const tiers: Names = { normal: m.rules_tier_normal, vip: m.rules_tier_vip };
export const impacts: Names = {
  all: m.rules_impact_all,
  system: m.rules_impact_system,
  funds: m.rules_impact_funds,
};

export const teamNameIn = (teams: readonly Team[], id: string): string =>
  teams.find((team) => team.id === id)?.name[currentLocale()] ?? id;

/** Teams as they are called now; empty until they have been read. */
export function useTeams(): readonly Team[] {
  const { data } = useQuery({
    ...trpc.settings.current.queryOptions({ kind: "teams" }),
    staleTime: 60_000,
  });
  return (data?.document as { teams?: Team[] } | undefined)?.teams ?? [];
}
