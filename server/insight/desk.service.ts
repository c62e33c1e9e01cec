/** How the desk does: the measures of its promises, and by whom, what and for whom. */
import type { Deps } from "../deps.ts";
import {
  type CaseAsked,
  type CaseCounts,
  type CaseCut,
  countCases,
  peopleNames,
  type Wanted,
} from "./casecounts.repo.ts";
import { type CaseFact, caseFacts, type FactId } from "./facts.ts";
import { partnerSpeed } from "./partners.repo.ts";
import { before, type Filter, periodOf } from "./period.ts";
import {
  type Body,
  type By,
  countValue,
  type Definition,
  type Figure,
  type FigureId,
  figure,
  figureDefinitions,
  meanValue,
  plainValue,
  pointsValue,
  shareValue,
  type Table,
  type Value,
} from "./report.ts";

export const askedOf = (deps: Deps, filter: Filter): CaseAsked => ({
  filter,
  period: periodOf(filter),
  now: deps.now(),
});

const isCaseFact = (id: FactId): id is CaseFact => (caseFacts as readonly string[]).includes(id);

/** What figures are made of. */
export function wantedFor(ids: readonly FigureId[]): Wanted {
  const facts = ids.flatMap((id): FactId[] => {
    const { n, x }: Definition["facts"] = figureDefinitions[id].facts;
    return id === "nps" ? [n, "promoters", "detractors"] : x ? [n, x] : [n];
  });
  return {
    facts: facts.filter(isCaseFact),
    quantiles: ids.some((id) => /_(median|p90)$/.test(id)),
  };
}

const none: CaseCounts = { key: "" };

/** Every figure that tickets give, of one group of them. */
export function caseValues(of: CaseCounts = none): Partial<Record<FigureId, Value>> {
  const n = (fact: keyof CaseCounts): number => Number(of[fact] ?? 0);
  const share = (x: keyof CaseCounts, all: keyof CaseCounts) => shareValue({ x: n(x), n: n(all) });
  const mean = (all: keyof CaseCounts, spread: CaseCounts["csat"]) => ({
    ...{ n: n(all), mean: spread?.mean ?? null, deviation: spread?.deviation ?? null },
  });
  const { firstReply, resolution, csat } = of;
  return {
    received: countValue(n("received")),
    solved_cases: countValue(n("solved_cases")),
    first_response: meanValue("seconds", mean("replied", firstReply)),
    first_response_median: plainValue("seconds", n("replied"), firstReply?.median ?? null),
    first_response_p90: plainValue("seconds", n("replied"), firstReply?.p90 ?? null),
    first_response_rate: share("replied_soon", "replied"),
    mttr: meanValue("seconds", mean("solved_cases", resolution)),
    mttr_median: plainValue("seconds", n("solved_cases"), resolution?.median ?? null),
    mttr_p90: plainValue("seconds", n("solved_cases"), resolution?.p90 ?? null),
    fcr_rate: share("once", "settled"),
    csat: meanValue("score", mean("rated", csat)),
    csat_good_rate: share("rated_well", "rated"),
    csat_low_rate: share("rated_low", "rated"),
    survey_rate: share("answered_cases", "asked_cases"),
    nps: pointsValue(
      n("promoters"),
      n("scored") - n("promoters") - n("detractors"),
      n("detractors"),
    ),
    transfer_rate: share("moved", "handled"),
    reopen_rate: share("reopened_cases", "solved_cases"),
    resolution_rate: share("solved_month", "received"),
    coverage_rate: share("with_article", "solved_cases"),
    help_rate: share("with_help", "solved_cases"),
  };
}

/** Figures of the page with those of the period before. */
export async function caseFigures(
  deps: Deps,
  filter: Filter,
  ids: readonly FigureId[],
): Promise<Figure[]> {
  const [now, then] = await Promise.all(
    [filter, before(filter)].map((each) =>
      countCases(deps.db, askedOf(deps, each), null, wantedFor(ids)),
    ),
  );
  const [values, old] = [caseValues(now!.get("")), caseValues(then!.get(""))];
  return ids.map((id) => figure(id, values[id]!, old[id]!));
}

/** The same by something; the groups with most tickets first. */
export async function caseTable(
  deps: Deps,
  filter: Filter,
  {
    id,
    by,
    columns,
    order = "received",
  }: Pick<Table, "id" | "by" | "columns"> & { order?: FigureId },
): Promise<Table> {
  const groups = await countCases(
    deps.db,
    askedOf(deps, filter),
    by as CaseCut,
    wantedFor([...columns, order]),
  );
  const names = by === "person" ? await peopleNames(deps.db, [...groups.keys()]) : new Map();
  const rows = [...groups].map(([key, counts]) => {
    const values = caseValues(counts);
    const cells = Object.fromEntries(columns.map((column) => [column, values[column]!]));
    return { key, name: names.get(key) ?? null, cells, size: values[order]!.n };
  });
  const counted = rows.filter(({ cells }) => Object.values(cells).some(({ n }) => n > 0));
  const sorted = counted.toSorted((a, b) =>
    by === "priority" ? (a.key < b.key ? -1 : 1) : b.size - a.size || (a.key < b.key ? -1 : 1),
  );
  return { id, by, columns, rows: sorted.map(({ size: _, ...row }) => row) };
}

const tiles = [
  "first_response",
  "fcr_rate",
  "csat",
  "nps",
  "mttr",
  "resolution_rate",
  "transfer_rate",
  "help_rate",
  "reopen_rate",
  "survey_rate",
] as const satisfies FigureId[];

const times = [
  "received",
  "first_response",
  "first_response_median",
  "first_response_p90",
  "first_response_rate",
  "mttr",
  "mttr_median",
  "mttr_p90",
] as const satisfies FigureId[];
const people = [
  "received",
  "first_response",
  "mttr",
  "fcr_rate",
  "csat",
] as const satisfies FigureId[];
const training = [
  "received",
  "reopen_rate",
  "transfer_rate",
  "csat_low_rate",
  "fcr_rate",
  "csat",
] as const satisfies FigureId[];

export async function deskReport(deps: Deps, filter: Filter): Promise<Body> {
  const table = (id: string, by: By, columns: readonly FigureId[]) =>
    caseTable(deps, filter, { id, by, columns });
  const [figures, partners, ...tables] = await Promise.all([
    caseFigures(deps, filter, tiles),
    partnerFigure(deps, filter),
    table("priority_times", "priority", times),
    table("team_figures", "team", training),
    table("person_figures", "person", people),
    table("tier_figures", "tier", people),
    table("help_figures", "help", ["fcr_rate", "mttr", "csat"]),
  ]);
  return { from: filter.from, to: filter.to, figures: [...figures, partners], tables };
}

async function partnerFigure(deps: Deps, filter: Filter): Promise<Figure> {
  const [now, then] = await Promise.all(
    [filter, before(filter)].map((each) => partnerSpeed(deps.db, askedOf(deps, each))),
  );
  const value = (speeds: NonNullable<typeof now>): Value =>
    plainValue("seconds", speeds.get("")?.n ?? 0, speeds.get("")?.median ?? null);
  return figure("partner_median", value(now!), value(then!));
}
