/** Who asks most, whether it becomes more, and how those are served who were promised more. */
import type { Deps } from "../deps.ts";
import { countCases } from "./casecounts.repo.ts";
import { topAskers } from "./customers.repo.ts";
import { askedOf, caseFigures, caseTable, caseValues, wantedFor } from "./desk.service.ts";
import { before, type Filter, periodOf } from "./period.ts";
import { type Body, countValue, type FigureId, type Row } from "./report.ts";

const most = 50;
const askerColumns = ["mttr", "fcr_rate", "csat"] as const satisfies FigureId[];
const tierColumns = [
  "received",
  "first_response",
  "mttr",
  "mttr_median",
  "fcr_rate",
  "csat",
] as const satisfies FigureId[];

export async function customersReport(deps: Deps, filter: Filter): Promise<Body> {
  const earlier = periodOf(before(filter));
  const [figures, tiers, askers] = await Promise.all([
    caseFigures(deps, filter, ["received", "csat", "nps", "fcr_rate"]),
    caseTable(deps, filter, { id: "tier_figures", by: "tier", columns: tierColumns }),
    topAskers(deps.db, { filter, period: periodOf(filter), earlier }, most),
  ]);
  const served = await countCases(
    deps.db,
    askedOf(deps, filter),
    "customer",
    wantedFor(askerColumns),
  );
  const rows = askers.map((asker): Row => {
    const { fcr_rate, csat, mttr } = caseValues(served.get(asker.id));
    const cells = {
      received: countValue(asker.now),
      received_before: countValue(asker.before),
      mttr,
      fcr_rate,
      csat,
    };
    const name = [asker.name ?? "–", asker.company].filter(Boolean).join(" · ");
    return {
      key: asker.id,
      name,
      cells: cells as Row["cells"],
      ...(asker.tier === "vip" && { flag: "vip" }),
    };
  });
  return {
    ...{ from: filter.from, to: filter.to, figures },
    tables: [
      {
        id: "asker_figures",
        by: "customer",
        columns: ["received", "received_before", "mttr", "fcr_rate", "csat"],
        rows,
      },
      tiers,
    ],
  };
}
