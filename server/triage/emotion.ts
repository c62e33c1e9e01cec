import { z } from "zod";

export const emotionLevelSchema = z.enum(["low", "medium", "high"]);
export type EmotionLevel = z.infer<typeof emotionLevelSchema>;

/** How words become a mood. */
export const emotionScaleSchema = z.object({
  /** Points for each hit of a lexicon, by its id; a lexicon without points has none. */
  weights: z.record(z.string(), z.number().nonnegative()),
  /** Points from which on the mood is this. */
  thresholds: z.object({ medium: z.number(), high: z.number() }),
});
export type EmotionScale = z.infer<typeof emotionScaleSchema>;

export type Emotion = { score: number; level: EmotionLevel };

/** @param countOf hits of a lexicon in the ticket's text. Words said twice count twice. */
export function emotionOf(scale: EmotionScale, countOf: (lexicon: string) => number): Emotion {
  let score = 0;
  for (const [lexicon, weight] of Object.entries(scale.weights)) score += weight * countOf(lexicon);
  return { score, level: levelOf(score, scale) };
}

function levelOf(score: number, { thresholds }: EmotionScale): EmotionLevel {
  if (score >= thresholds.high) return "high";
  return score >= thresholds.medium ? "medium" : "low";
}
