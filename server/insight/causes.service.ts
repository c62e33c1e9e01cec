/** Why people write, by product: what broke, what nobody understood, and what is solved again and again. */
import type { Deps } from "../deps.ts";
import { causeCells } from "./causes.repo.ts";
import { askedOf, caseFigures, caseTable } from "./desk.service.ts";
import type { Filter } from "./period.ts";
import { type Body, countValue, type FigureId, type Row, type Table } from "./report.ts";

const columns = [
  "solved_cases",
  "help_rate",
  "mttr",
  "reopen_rate",
  "csat",
] as const satisfies FigureId[];

export async function causesReport(deps: Deps, filter: Filter): Promise<Body> {
  const table = (id: string, by: "cause" | "module") =>
    caseTable(deps, filter, { id, by, columns, order: "solved_cases" });
  const [figures, causes, modules, cells] = await Promise.all([
    caseFigures(deps, filter, ["solved_cases", "help_rate", "coverage_rate", "reopen_rate"]),
    table("cause_figures", "cause"),
    table("module_figures", "module"),
    causeCells(deps.db, askedOf(deps, filter)),
  ]);
  return { from: filter.from, to: filter.to, figures, tables: [crossed(cells), causes, modules] };
}

/** Modules down, causes across: each cell is the tickets solved of both. */
function crossed(cells: readonly { module: string; cause: string; n: number }[]): Table {
  const sizes = Map.groupBy(cells, ({ module }) => module);
  const causes = Map.groupBy(cells, ({ cause }) => cause);
  const sum = (list: readonly { n: number }[]) => list.reduce((all, { n }) => all + n, 0);
  const order = (groups: Map<string, typeof cells extends readonly (infer C)[] ? C[] : never>) =>
    [...groups].toSorted((a, b) => sum(b[1]) - sum(a[1]) || (a[0] < b[0] ? -1 : 1));
  const across = order(causes).map(([cause]) => cause);
  const rows = order(sizes).map(
    ([module, own]): Row => ({
      key: module,
      name: null,
      cells: Object.fromEntries(
        across.map((cause) => [cause, countValue(sum(own.filter((cell) => cell.cause === cause)))]),
      ) as Row["cells"],
    }),
  );
  return { id: "module_causes", by: "module", columns: across as unknown as FigureId[], rows };
}
