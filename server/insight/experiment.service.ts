/** What suggestions really do: read on the day that was declared, and never before. */
import { armsByDay } from "../deflection/arms.service.ts";
import { sampleRatio, sampleSize } from "../deflection/experiment.ts";
import { newcombe, rate, type Share } from "../deflection/interval.ts";
import { type Holdout, isRunning } from "../deflection/plan.ts";
import { reportDay, startOfReportDay } from "../deflection/reportday.ts";
import { switchback } from "../deflection/switchback.ts";
import type { Deps } from "../deps.ts";
import { armCounts, dayCounts, linkCoverage, triggeredPerDay } from "./experiment.repo.ts";

const dayMs = 86_400_000;
/** After the last attempt somebody may still write for 72 hours. */
const settlingDays = 4;
const lookBackDays = 30;
/** The share that writes, and the difference worth seeing, where nothing is known yet. */
const usualContact = 0.6;
const worthSeeing = 0.05;

/** Tickets that suggestions kept from being written. */
export type Avoided = { tickets: number; lower: number; upper: number };
type Difference = { difference: number; lower: number; upper: number };

export type Experiment = {
  /** `broken`: the arms have other sizes than were drawn, so nothing is estimated. */
  state: "off" | "planned" | "running" | "settling" | "done" | "broken";
  mode: Holdout["mode"];
  from: string | null;
  readOut: string | null;
  share: number;
  /** Attempts that had something to show, the person's first of the month; `x` of them led to a contact. */
  arms: { C: Share; T: Share } | null;
  sampleP: number | null;
  /** Per attempt, or per opening where days are compared. Only when done. */
  result: Difference | null;
  avoided: Avoided | null;
  pairs: number | null;
  linked: { x: number; n: number; rate: number | null };
  /** Days until 5 points would be seen, at today's number of attempts, by the share that is held out. */
  plans: { share: number; attempts: number; days: number | null }[];
};

export async function experiment(deps: Deps): Promise<Experiment> {
  const { document } = await deps.settings.current("measurement");
  const { holdout } = document;
  const today = reportDay(deps.now());
  const lookBack = new Date(today.getTime() - lookBackDays * dayMs);
  const [linked, perDay] = await Promise.all([
    linkCoverage(deps.db, startOfReportDay(lookBack), deps.now()),
    triggeredPerDay(deps.db, lookBack, today),
  ]);
  const { mode, from, readOut, share } = holdout;
  const known = {
    ...{ mode, from, readOut, share, plans: plansOf(perDay) },
    linked: { ...linked, rate: rate(linked.x, linked.n)?.rate ?? null },
  };
  return { ...known, ...(await readOutOf(deps, holdout, today)) };
}

const nothing = { arms: null, sampleP: null, result: null, avoided: null, pairs: null } as const;
type ReadOut = Pick<Experiment, "state" | "arms" | "sampleP" | "result" | "avoided" | "pairs">;

async function readOutOf(deps: Deps, holdout: Holdout, today: Date): Promise<ReadOut> {
  const { mode, from, readOut } = holdout;
  if (mode === "off" || !from || !readOut) return { ...nothing, state: "off" };
  const now = today.toISOString().slice(0, 10);
  if (now < from) return { ...nothing, state: "planned" };
  const settled = today.getTime() >= Date.parse(readOut) + settlingDays * dayMs;
  const state = isRunning(holdout, now) ? "running" : settled ? "done" : "settling";
  const [start, end] = [new Date(from), new Date(readOut)];
  return mode === "people"
    ? ofPeople(await armCounts(deps.db, start, end), holdout.share, state)
    : ofDays(deps, from, await dayCounts(deps.db, start, end), state);
}

/** Below so many nothing can be said about the sizes of the arms. */
const fewest = 50;

function ofPeople(
  arms: { C: Share; T: Share },
  share: number,
  state: Experiment["state"],
): ReadOut {
  const { C, T } = arms;
  const { p, broken } = sampleRatio(C.n, T.n, share);
  if (broken && C.n + T.n >= fewest) return { ...nothing, arms, sampleP: p, state: "broken" };
  const result = state === "done" ? newcombe(C, T) : null;
  return {
    arms,
    sampleP: p,
    state,
    result,
    avoided: result && avoidedOf(result, T.n),
    pairs: null,
  };
}

function ofDays(
  deps: Deps,
  from: string,
  days: { day: string; openings: number; tickets: number }[],
  state: Experiment["state"],
): ReadOut {
  const arms = armsByDay(
    deps,
    from,
    days.map(({ day }) => day),
  );
  const compared = days.map((day) => ({ ...day, arm: arms.get(day.day)! }));
  const result = state === "done" ? switchback(from, compared) : null;
  const openings = compared
    .filter(({ arm }) => arm === "T")
    .reduce((sum, day) => sum + day.openings, 0);
  const avoided = result && avoidedOf(result, openings);
  return { ...nothing, state, result, avoided, pairs: result?.pairs ?? null };
}

const avoidedOf = ({ difference, lower, upper }: Difference, n: number): Avoided => ({
  tickets: n * difference,
  lower: n * lower,
  upper: n * upper,
});

const plansOf = (perDay: number): Experiment["plans"] =>
  [0.05, 0.1, 0.2, 0.5].map((share) => {
    const { control, treatment } = sampleSize(usualContact, worthSeeing, share);
    const attempts = control + treatment;
    return { share, attempts, days: perDay > 0 ? Math.ceil(attempts / perDay) : null };
  });
