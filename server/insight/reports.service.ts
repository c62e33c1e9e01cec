/** One question for each view; page, CSV and JSON get the same answer. */
import type { Deps } from "../deps.ts";
import { articlesReport } from "./articles.service.ts";
import { causesReport } from "./causes.service.ts";
import { customersReport } from "./customers.service.ts";
import { deskReport } from "./desk.service.ts";
import type { Filter } from "./period.ts";
import { type Body, figureDefinitions, type Report, type View } from "./report.ts";
import { searchReport } from "./searches.service.ts";

const reports: Record<View, (deps: Deps, filter: Filter) => Promise<Body>> = {
  articles: articlesReport,
  search: searchReport,
  desk: deskReport,
  customers: customersReport,
  causes: causesReport,
};

export async function reportOf(deps: Deps, view: View, filter: Filter): Promise<Report> {
  const report = await reports[view](deps, filter);
  const columns = new Set(report.tables.flatMap((table) => table.columns));
  const facts = Object.fromEntries(
    [...columns].flatMap((id) =>
      id in figureDefinitions ? [[id, figureDefinitions[id].facts]] : [],
    ),
  );
  return { view, asOf: deps.now(), facts, ...report };
}
