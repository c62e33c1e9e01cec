import { z } from "zod";
import type { Calendars } from "../sla/book.ts";
import { emotionScaleSchema } from "./emotion.ts";
import { categorySchema } from "./facts.ts";
import { lexiconSchema } from "./lexicon.ts";
import { ruleSchema } from "./rule.ts";

/** People who take tickets together. */
export const teamSchema = z.object({
  id: z.string().min(1),
  name: z.object({ en: z.string(), zh: z.string() }),
  /** A junior team never gets a P0. */
  level: z.enum(["junior", "senior"]),
  /** What somebody of the team can be asked for. */
  skills: z.array(z.string()),
  /** Work for it comes with a log, a recording or a picture, or says why not. */
  needsEvidence: z.boolean().optional(),
});
export type Team = z.infer<typeof teamSchema>;

/** Everything a decision depends on besides the ticket. Versioned as a whole; never changed in place. */
export const ruleSetSchema = z.object({
  /** Gone through from the top. */
  rules: z.array(ruleSchema),
  lexicons: z.array(lexiconSchema),
  emotion: emotionScaleSchema,
  teams: z.array(teamSchema),
  /** Product modules and the team that is their second line. */
  modules: z.array(z.object({ id: z.string(), team: z.string() })),
  /** Who gets a category when no rule says it. */
  defaultTeams: z.record(categorySchema, z.string()),
  /** Who gets a P0 that would otherwise go to a junior team; a senior one. */
  emergencyTeam: z.string(),
});
export type RuleSet = z.infer<typeof ruleSetSchema> & {
  /** For `hour_in`. */
  calendars: Calendars;
};
