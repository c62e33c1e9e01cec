import type { End } from "./clock.ts";
import type { Instant } from "./instant.ts";
import { type Story, settledSince } from "./story.ts";

/** Metrics with a target in the policy that run from the creation of the ticket. */
export type DeskMetric = "ack" | "first_reply" | "resolution";

function ackStop({ acknowledgedAt, repliedAt }: Story): Instant | null {
  // A human reply shows at least as much as an acknowledgement does.
  if (acknowledgedAt === null || repliedAt === null) return acknowledgedAt ?? repliedAt;
  return Math.min(acknowledgedAt, repliedAt);
}

const STOPS: Record<DeskMetric, (story: Story) => Instant | null> = {
  ack: ackStop,
  first_reply: (story) => story.repliedAt,
  resolution: settledSince,
};

/**
 * How a clock ended. Merging cancels what still counts. A ticket settled without a reply cancels its
 * reply clocks: nothing was met, but nothing is owed either; a reopening makes them count again.
 */
export function endOf(metric: DeskMetric, story: Story): End {
  const stop = STOPS[metric](story);
  const { mergedAt } = story;
  if (mergedAt !== null && (stop === null || stop >= mergedAt))
    return { at: mergedAt, cancelled: true };
  if (stop !== null) return { at: stop, cancelled: false };
  const settled = settledSince(story);
  return { at: settled, cancelled: settled !== null };
}
