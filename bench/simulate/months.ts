/** What the product says of simulated months, beside the truth. */
import { contactsOf } from "../../server/deflection/contacts.ts";
import { episodesOf } from "../../server/deflection/episodes.ts";
import { defaultParams } from "../../server/deflection/events.ts";
import { sampleRatio } from "../../server/deflection/experiment.ts";
import { causal, episodeRates, funnelOf } from "../../server/deflection/measures.ts";
import { eventsUpTo, visitsOf } from "../../server/deflection/visits.ts";
import { monthEnd, playMonth, truthOf, type World } from "./world.ts";

export type Outcome = {
  months: number;
  truth: number;
  /** Share of months whose 95 % interval holds the truth. */
  coverage: number;
  meanEstimate: number;
  bias: number;
  meanWidth: number;
  meanNaive: number;
  meanExplicit: number;
  /** Months whose arms looked broken. */
  alarms: number;
  /** Confirmed attempts that nobody had confirmed. */
  bouncesConfirmed: number;
};

export function playMonths(world: World, months: number, seed = 1): Outcome {
  const truth = truthOf(world);
  const played = Array.from({ length: months }, (_, i) => told(world, seed * 1_000_003 + i * 7919));
  const mean = (of: (month: (typeof played)[number]) => number): number =>
    played.reduce((sum, month) => sum + of(month), 0) / months;
  const meanEstimate = mean(({ difference }) => difference);
  return {
    months,
    truth,
    coverage: mean(({ lower, upper }) => Number(lower <= truth && truth <= upper)),
    meanEstimate,
    bias: meanEstimate - truth,
    meanWidth: mean(({ lower, upper }) => upper - lower),
    meanNaive: mean(({ naive }) => naive),
    meanExplicit: mean(({ explicit }) => explicit),
    alarms: mean(({ broken }) => Number(broken)) * months,
    bouncesConfirmed: mean(({ bounced }) => bounced) * months,
  };
}

function told(world: World, seed: number) {
  const { events, solved } = playMonth(world, seed);
  const known = eventsUpTo(events, monthEnd);
  const visits = visitsOf(known, defaultParams);
  const episodes = episodesOf(visits, contactsOf(known), monthEnd, defaultParams);
  const { control, treatment, difference } = causal(episodes);
  const funnel = funnelOf(episodes);
  const { naiveRate, explicitRate } = episodeRates(funnel);
  return {
    ...difference!,
    naive: naiveRate!.rate,
    explicit: explicitRate!.rate,
    broken: sampleRatio(control.n, treatment.n, world.holdout).broken,
    bounced: Math.max(0, funnel.confirmed - solved),
  };
}
