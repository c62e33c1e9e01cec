import type { End } from "./clock.ts";
import { DESK_METRICS, type DeskMetric, endOf } from "./endings.ts";
import type { Instant } from "./instant.ts";
import { isMilestone, ROUND_METRICS, type RoundMetric } from "./metrics.ts";
import { type Pause, pausesBefore } from "./pauses.ts";
import type { Plan } from "./plan.ts";
import { pausesOf, type Question } from "./replay.ts";
import type { Story } from "./story.ts";

/** A question narrowed to one clock: which, how it ended, and what did not count until then. */
export interface Case extends Question {
  instance: number;
  end: End;
  pauses: readonly Pause[];
}

/** The clocks a story has, those without a target among them; the promises count by themselves. */
export function casesOf(story: Story, plan: Plan): Case[] {
  const desk = DESK_METRICS.map((metric) => deskCase(metric, story, plan));
  return [
    ...desk.filter((found) => found !== null),
    ...ROUND_METRICS.flatMap((metric) => roundCases(metric, story, plan)),
  ];
}

function deskCase(metric: DeskMetric, story: Story, plan: Plan): Case | null {
  if (isOfOtherChannel(metric, story)) return null;
  const start = startOf(metric, story, plan);
  if (start === null) return null;
  const end = endOf(metric, story, start, plan.policy.readReceipts);
  const all = pausesOf({ story, plan, metric });
  return { metric, story, plan, start, instance: 1, end, pauses: until(all, end) };
}

function isOfOtherChannel(metric: DeskMetric, { channel, tier }: Story): boolean {
  if (metric === "live_answer") return channel !== "live" || tier !== "vip";
  if (metric === "live_receipt") return channel !== "live" || tier === "vip";
  return metric === "async_feedback" && (channel === null || channel === "live");
}

/** When the row first asked: creation, but a milestone begins when its grade is set. */
function startOf(metric: DeskMetric, story: Story, plan: Plan): Instant | null {
  const asks = story.moments.find(
    ({ grade, level }) => plan.cell(metric, grade)?.aims[level].length,
  );
  if (!asks) return null;
  return isMilestone(metric) ? asks.at : story.createdAt;
}

function roundCases(metric: RoundMetric, story: Story, plan: Plan): Case[] {
  const rounds = story.rounds[metric];
  if (rounds.length === 0) return [];
  const all = pausesOf({ story, plan, metric });
  const { mergedAt } = story;
  return rounds.map((round, index) => {
    const isMerged = round.end === null && mergedAt !== null;
    const end = isMerged
      ? { at: mergedAt, cancelled: true }
      : { at: round.end, cancelled: round.cancelled };
    const { start } = round;
    return { metric, story, plan, start, instance: index + 1, end, pauses: until(all, end) };
  });
}

const until = (pauses: readonly Pause[], { at }: End): readonly Pause[] =>
  at === null || pauses.length === 0 ? pauses : pausesBefore(pauses, at);
