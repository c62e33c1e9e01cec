import type { Instant } from "./instant.ts";
import type { RoundMetric } from "./metrics.ts";
import type { Round, Story } from "./story.ts";

type Rounds = Pick<Story, "rounds">;

function running({ rounds }: Rounds, metric: RoundMetric): Round | null {
  const round = rounds[metric].at(-1);
  return round && round.end === null ? round : null;
}

/** Begins a round unless one runs: the oldest reason counts. */
export function begin(story: Rounds, metric: RoundMetric, at: Instant): void {
  if (!running(story, metric))
    story.rounds[metric].push({ start: at, end: null, cancelled: false });
}

/** Ends the round that runs, if any; one that began in this second never was. */
export function finish(story: Rounds, metric: RoundMetric, at: Instant, cancelled = false): void {
  const round = running(story, metric);
  if (!round) return;
  if (round.start === at) {
    story.rounds[metric].pop();
    return;
  }
  round.end = at;
  round.cancelled = cancelled;
}

/** Ends the round that runs and begins the next. Two beats in one second are one. */
export function beat(story: Rounds, metric: RoundMetric, at: Instant): void {
  if (running(story, metric)?.start === at) return;
  finish(story, metric, at);
  begin(story, metric, at);
}

/** Whether no round of this metric runs. */
export const isResting = (story: Rounds, metric: RoundMetric): boolean =>
  running(story, metric) === null;
