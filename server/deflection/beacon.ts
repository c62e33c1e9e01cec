/**
 * What a reader's browser says about a visit: `POST /api/events`, `application/json`, sent with
 * `navigator.sendBeacon`, so nothing is answered that anybody reads. Ids and enumerations only;
 * nothing that was typed. The browser sends none where DNT or GPC is set.
 */
import { z } from "zod";
import { localeSchema, slugSchema } from "../../content/schema.ts";

/** Why an article did not help. */
export const voteReasons = ["failed", "unclear", "outdated", "other"] as const;

export const beaconTypes = [
  "article_view",
  "article_leave",
  "feedback",
  "search",
  "search_click",
  "form_open",
  "suggest_ready",
  "suggest_shown",
  "suggest_click",
  "form_solved",
  "contact_click",
] as const;

export const beaconEventSchema = z.object({
  /** UUIDv7 made by the browser; a repeated beacon repeats it and counts once. */
  id: z.uuid(),
  type: z.enum(beaconTypes),
  /** Milliseconds since the page was opened; orders the events of one page, says no time of day. */
  at: z.int().nonnegative().max(86_400_000),
  /** An article's stable id. On view, leave, vote, `search_click`, `suggest_click`, `form_solved`. */
  article: z
    .string()
    .regex(/^kb-\d{4,9}$/)
    .optional(),
  /** On `article_view` and `form_open` where the page knows it. */
  category: slugSchema.optional(),
  /**
   * `search`, `suggest_ready`, `suggest_shown`: number of results. `article_leave`: milliseconds
   * visible and focused, in whole seconds, at most ten minutes.
   */
  n: z.int().nonnegative().max(600_000).optional(),
  /** Place in the list, counted from 1. */
  rank: z.int().positive().max(200).optional(),
  vote: z.union([z.literal(1), z.literal(-1)]).optional(),
  /** Follows a vote of -1 as a second event of the same article. */
  reason: z.enum(voteReasons).optional(),
  /** Which question a `search` was (`questionOf`): a hash, never its words. */
  question: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** Made when the form is first opened in a visit; also sent with the ticket. */
  episode: z.uuid().optional(),
});
export type BeaconEvent = z.infer<typeof beaconEventSchema>;

export const beaconSchema = z.object({
  v: z.literal(1),
  locale: localeSchema,
  /** In the order they happened. */
  events: z.array(beaconEventSchema).min(1).max(50),
});
export type Beacon = z.infer<typeof beaconSchema>;
