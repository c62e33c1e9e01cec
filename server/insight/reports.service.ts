/** One question for each view; page, CSV and JSON get the same answer. */
import type { Deps } from "../deps.ts";
import { articlesReport } from "./articles.service.ts";
import { causesReport } from "./causes.service.ts";
import { customersReport } from "./customers.service.ts";
import { deskReport } from "./desk.service.ts";
import type { Filter } from "./period.ts";
import type { Report, View } from "./report.ts";
import { searchReport } from "./searches.service.ts";

const reports: Record<
  View,
  (deps: Deps, filter: Filter) => Promise<Omit<Report, "view" | "asOf">>
> = {
  articles: articlesReport,
  search: searchReport,
  desk: deskReport,
  customers: customersReport,
  causes: causesReport,
};

export async function reportOf(deps: Deps, view: View, filter: Filter): Promise<Report> {
  return { view, asOf: deps.now(), ...(await reports[view](deps, filter)) };
}
