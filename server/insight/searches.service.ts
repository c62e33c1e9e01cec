/** What people search, and what they find. */
import type { Deps } from "../deps.ts";
import { before, type Filter, periodOf } from "./period.ts";
import { countQueries, countSearches, type SearchCount } from "./reading.repo.ts";
import { type Body, countValue, type FigureId, figure, shareValue, type Value } from "./report.ts";

const columns = [
  "searches",
  "zero_rate",
  "click_rate",
  "search_success_rate",
  "refined_rate",
  "intent_rate",
] as const satisfies FigureId[];
const most = 200;

const valuesOf = (of: SearchCount): Record<(typeof columns)[number], Value> => ({
  searches: countValue(of.searches),
  zero_rate: shareValue({ x: of.zero, n: of.searches }),
  click_rate: shareValue({ x: of.clicked, n: of.searches - of.zero }),
  search_success_rate: shareValue({ x: of.success, n: of.searches }),
  refined_rate: shareValue({ x: of.refined, n: of.searches }),
  intent_rate: shareValue({ x: of.thenIntent, n: of.searches }),
});

export async function searchReport(deps: Deps, filter: Filter): Promise<Body> {
  const asked = { filter, period: periodOf(filter) };
  const earlier = before(filter);
  const [now, then, queries] = await Promise.all([
    countSearches(deps.db, asked),
    countSearches(deps.db, { filter: earlier, period: periodOf(earlier) }),
    countQueries(deps.db, asked, most),
  ]);
  const [values, old] = [valuesOf(now), valuesOf(then)];
  const rows = queries.map(({ queryId, text, ...counts }) => ({
    ...{ key: queryId.toString(), name: text, cells: valuesOf(counts) },
  }));
  return {
    ...{ from: filter.from, to: filter.to },
    figures: columns.map((id) => figure(id, values[id], old[id])),
    tables: [{ id: "question_figures", by: "question", columns, rows }],
  };
}
