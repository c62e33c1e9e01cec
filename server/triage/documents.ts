/** The settings that triage is made of: what managers edit, in two documents. */
import { z } from "zod";
import type { Calendars } from "../sla/book.ts";
import { unreadableCode } from "./checks.ts";
import { defaultRuleSet } from "./defaults.ts";
import { emotionScaleSchema } from "./emotion.ts";
import { categorySchema } from "./facts.ts";
import { lexiconSchema } from "./lexicon.ts";
import { type Rule, ruleSchema } from "./rule.ts";
import { type RuleSet, teamSchema } from "./ruleset.ts";

/** Why a rule can't be read is told with the rule, not with the field that a schema stumbled over. */
const rulesSchema = z.array(z.unknown()).transform((raw, context) =>
  raw.map((one, index): Rule => {
    const read = ruleSchema.safeParse(one);
    if (read.success) return read.data;
    const params = { problem: `rule_${unreadableCode(one)}`, rule: idOf(one) };
    context.addIssue({ code: "custom", path: [index], params });
    return z.NEVER;
  }),
);

const idOf = (raw: unknown): string => String((raw as { id?: unknown } | null)?.id ?? "");

/** Settings kind `triage`: how a ticket is judged. */
export const triageDocumentSchema = z.object({
  /** Gone through from the top. */
  rules: rulesSchema,
  lexicons: z.array(lexiconSchema),
  emotion: emotionScaleSchema,
  /** Product modules that have a second line of their own; ids of content/modules.yml and of teams. */
  modules: z.array(z.object({ id: z.string().min(1), team: z.string().min(1) })).default([]),
});
export type TriageDocument = z.output<typeof triageDocumentSchema>;

/** Settings kind `teams`: who takes what. */
export const teamsDocumentSchema = z.object({
  teams: z.array(teamSchema).min(1),
  /** Who gets a category when no rule says it. */
  defaultTeams: z.record(categorySchema, z.string()),
  /** Who gets a P0 that would otherwise go to a junior team; a senior one. */
  emergencyTeam: z.string(),
});
export type TeamsDocument = z.output<typeof teamsDocumentSchema>;

/** Everything a decision depends on, as the engine wants it. */
export const ruleSetOf = (
  { rules, lexicons, emotion, modules }: TriageDocument,
  { teams, defaultTeams, emergencyTeam }: TeamsDocument,
  calendars: Calendars,
): RuleSet => ({
  ...{ rules, lexicons, emotion, modules },
  ...{ teams, defaultTeams, emergencyTeam, calendars },
});

const { rules, lexicons, emotion, teams, defaultTeams, emergencyTeam } = defaultRuleSet();

/** What a new desk begins with. Its products are not known yet, so none has a second line. */
export const defaultTriageDocument: TriageDocument = { rules, lexicons, emotion, modules: [] };
export const defaultTeamsDocument: TeamsDocument = { teams, defaultTeams, emergencyTeam };
