/** How it was, as the customer says: asked once, answered once. */
import { z } from "zod";

export const surveyAnswerSchema = z.object({
  /** Satisfaction: 1 (not at all) to 5 (very). */
  csat: z.int().min(1).max(5),
  /** Would recommend us: 0 (not at all likely) to 10 (very likely); null = not said. */
  nps: z.int().min(0).max(10).nullable().default(null),
  comment: z.string().trim().max(2000).default(""),
});
export type SurveyAnswer = z.infer<typeof surveyAnswerSchema>;
