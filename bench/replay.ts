/**
 * `npm run bench:replay -- FILE…`: event logs of other desks (CSV, also gzipped) through the clocks.
 * Which files are understood, and how they are read as our logs, stands in replay/mappings.ts. Fails
 * when a case crashes the engine, a clock of a closed case still counts, or parts don't add up.
 */
import { loadavg } from "node:os";
import { basename } from "node:path";
import { logOf, type Mapping } from "./replay/mapping.ts";
import { mappings } from "./replay/mappings.ts";
import { emptyReplay, type Findings, note, replayCase } from "./replay/replaying.ts";
import { type Row, rowsOf } from "./replay/rows.ts";

type Read = { mapping: Mapping; cases: Map<string, Row[]>; rows: number };

async function read(file: string): Promise<Read | null> {
  const cases = new Map<string, Row[]>();
  let mapping: Mapping | undefined;
  let rows = 0;
  for await (const row of rowsOf(file)) {
    mapping ??= mappings.find(({ fits }) => fits(Object.keys(row)));
    if (!mapping) return null;
    rows++;
    const id = mapping.caseOf(row);
    if (!cases.get(id)?.push(row)) cases.set(id, [row]);
  }
  return mapping ? { mapping, cases, rows } : null;
}

const list = (title: string, findings: Findings): void => {
  console.log(findings.size === 0 ? `${title}: none` : `${title}:`);
  for (const [what, { count, examples }] of findings)
    console.log(`  ${what}: ${count}, such as ${examples.join("; ")}`);
};

async function replayFile(file: string) {
  const found = await read(file);
  if (!found) {
    console.log(`${basename(file)}: no log of events that is known here, left out`);
    return null;
  }
  const dirt: Findings = new Map();
  const replayed = emptyReplay();
  let took = 0;
  for (const [id, rows] of found.cases) {
    const log = logOf(found.mapping, rows, (what, row) =>
      note(dirt, what, `${id} ${Object.values(row)[1]} ${Object.values(row)[2]}`),
    );
    const begun = performance.now();
    if (log.length > 0) replayCase(id, log, replayed);
    took += performance.now() - begun;
  }
  const { cases, rows, mapping } = found;
  console.log(`\n${basename(file)}: ${mapping.name}, ${cases.size} cases, ${rows} rows`);
  const table = [...replayed.attainment].sort(([a], [b]) => (a < b ? -1 : 1));
  console.table(
    Object.fromEntries(
      table.map(([key, { met, missed, cancelled }]) => [
        key,
        { met, missed, cancelled, kept: met + missed > 0 ? (met / (met + missed)).toFixed(3) : "" },
      ]),
    ),
  );
  list("rows that are not as they should be", dirt);
  list("clocks that still count a year later", replayed.unsettled);
  list("faults", replayed.faults);
  const total = (findings: Findings) =>
    [...findings.values()].reduce((n, { count }) => n + count, 0);
  return {
    ...{ file: basename(file), cases: cases.size, rows, clocks: replayed.clocks },
    ...{ dirty: total(dirt), unsettled: total(replayed.unsettled), faults: total(replayed.faults) },
    ms: Math.round(took),
    usPerCase: Math.round((took * 1000) / cases.size),
  };
}

const files = [];
for (const file of process.argv.slice(2)) {
  const figures = await replayFile(file);
  if (figures) files.push(figures);
}
const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ files, rssMb, load: Math.round(loadavg()[0]! * 100) / 100 }));
process.exitCode = files.length > 0 && files.every(({ faults }) => faults === 0) ? 0 : 1;
