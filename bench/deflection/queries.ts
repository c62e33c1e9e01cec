/** Every question that Insight asks, again and again, over a month, a quarter and a year. */
import { reportDay } from "../../server/deflection/reportday.ts";
import type { Deps } from "../../server/deps.ts";
import { experiment } from "../../server/insight/experiment.service.ts";
import { factsOf } from "../../server/insight/facts.service.ts";
import { overview } from "../../server/insight/overview.service.ts";
import type { Filter } from "../../server/insight/period.ts";
import { promises } from "../../server/insight/promises.service.ts";
import { views } from "../../server/insight/report.ts";
import { reportOf } from "../../server/insight/reports.service.ts";
import { rhythm } from "../../server/insight/rhythm.service.ts";
import { percentile } from "../../test/product.ts";

const rounds = 20;
const dayMs = 86_400_000;

type Question = (deps: Deps, filter: Filter) => Promise<unknown>;
const questions: Record<string, Question> = {
  overview,
  promises,
  rhythm,
  experiment: (deps) => experiment(deps),
  ...Object.fromEntries(
    views.map((view): [string, Question] => [view, (deps, filter) => reportOf(deps, view, filter)]),
  ),
  "rows of readings": (deps, filter) => factsOf(deps, "reads", filter, firstPage),
  "rows of tickets": (deps, filter) => factsOf(deps, "once", filter, firstPage),
};
const firstPage = { skip: 0, take: 50 };

export async function measureQueries(deps: Deps, now: Date, days: number) {
  const each: Record<string, { p50: number; p95: number }> = {};
  for (const [name, ask] of Object.entries(questions))
    for (const length of [days, 90]) {
      const filter = filterOf(now, length);
      await ask(deps, filter);
      const times: number[] = [];
      for (let i = 0; i < rounds; i += 1) {
        const began = performance.now();
        await ask(deps, filter);
        times.push(performance.now() - began);
      }
      each[`${name} ${length} days`] = {
        p50: Math.round(percentile(times, 0.5)),
        p95: Math.round(percentile(times, 0.95)),
      };
    }
  return { each, worstP95Ms: Math.max(...Object.values(each).map(({ p95 }) => p95)) };
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function filterOf(now: Date, days: number): Filter {
  const today = reportDay(now).getTime();
  return { from: dateOf(today - (days - 1) * dayMs), to: dateOf(today) };
}
