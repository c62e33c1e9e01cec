import type { End } from "./clock.ts";
import type { Instant } from "./instant.ts";
import { isMilestone, type Metric, type RoundMetric } from "./metrics.ts";
import { type Mark, type Story, settledSince } from "./story.ts";

/** Metrics with one clock each, which runs from the creation of the ticket. */
export type DeskMetric = Exclude<Metric, RoundMetric | "promise">;

function first({ marks }: Story, ...names: Mark[]): Instant | null {
  let earliest: Instant | null = null;
  for (const name of names) {
    const at = marks[name];
    if (at !== undefined && (earliest === null || at < earliest)) earliest = at;
  }
  return earliest;
}

const STOPS: Record<DeskMetric, (story: Story, readReceipts: boolean) => Instant | null> = {
  live_answer: (story) => first(story, "replied"),
  live_receipt: (story) => first(story, "automatic", "replied"),
  async_feedback: (story) => first(story, "recorded", "replied"),
  auto_reply: (story) => first(story, "automatic", "replied"),
  // A human reply shows at least as much as an acknowledgement does.
  ack: (story, readReceipts) =>
    readReceipts
      ? first(story, "acknowledged", "replied", "read")
      : first(story, "acknowledged", "replied"),
  first_reply: (story) => first(story, "replied"),
  substantive_reply: (story) => first(story, "substantive"),
  full_reply: (story) => first(story, "full"),
  workaround: (story) => first(story, "workaround"),
  cause: (story) => first(story, "cause"),
  conclusion: (story) => first(story, "conclusion"),
  direction: (story) => first(story, "direction"),
  resolution: settledSince,
  handling: settledSince,
};

/** The metrics with one clock each, in the order in which they are told. */
export const DESK_METRICS = Object.keys(STOPS) as DeskMetric[];

/**
 * How a clock ended. Merging cancels what still counts. A ticket settled without a reply cancels its
 * reply clocks: nothing was met, but nothing is owed either; a reopening makes them count again.
 * A milestone told before the grade owed it ends its clock at the start.
 */
export function endOf(
  metric: DeskMetric,
  story: Story,
  start: Instant,
  readReceipts: boolean,
): End {
  const stop = STOPS[metric](story, readReceipts);
  const { mergedAt } = story;
  if (mergedAt !== null && (stop === null || stop >= mergedAt))
    return { at: mergedAt, cancelled: true };
  if (stop !== null)
    return { at: isMilestone(metric) ? Math.max(stop, start) : stop, cancelled: false };
  const settled = settledSince(story);
  return { at: settled, cancelled: settled !== null };
}
