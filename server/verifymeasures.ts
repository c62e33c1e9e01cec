/** `npm run measures:verify [-- --from 2026-11-01 --to 2026-11-22] [--repair]` */
import { parseArgs } from "node:util";
import { openDatabase, prepareDatabase } from "./db.ts";
import { reportDay } from "./deflection/reportday.ts";
import { rawDays } from "./deflection/retention.ts";
import { markAllStale, rollUp } from "./deflection/rollups.service.ts";
import { type Difference, verifyMeasures } from "./deflection/verify.service.ts";
import type { Deps } from "./deps.ts";
import { parseEnv } from "./env.ts";
import { now } from "./now.ts";
import { startOwnPostgres } from "./postgres.ts";

const usage = `Usage: npm run measures:verify [-- --from DAY] [--to DAY] [--repair]

Counts a period (by default the days of the raw log) from its raw events again, and prints where the
daily rollups that Insight reads differ. Ends with 1 when something differs and was not repaired.

  --repair   counts every day of the log anew`;

const dayMs = 86_400_000;

const words = ({ table, cell, field, stored, raw }: Difference): string =>
  `${table} ${cell} ${field}: stored ${stored}, by the log ${raw}`;

async function verify(url: string, first: Date, last: Date, repair: boolean): Promise<number> {
  const { db, close } = openDatabase(url, 4);
  const deps = { db, now } as Deps;
  const { cells, events, differences } = await verifyMeasures(deps, first, last);
  for (const difference of differences) console.log(words(difference));
  if (repair && differences.length > 0) {
    await markAllStale(deps);
    await rollUp(deps);
  }
  await close();
  const repaired = repair && differences.length > 0 ? ", counted anew" : "";
  console.log(`${cells} rows of ${events} events, ${differences.length} numbers differ${repaired}`);
  return differences.length > 0 && !repair ? 1 : 0;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      from: { type: "string" },
      to: { type: "string" },
      repair: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const last = values.to ? new Date(values.to) : reportDay(now());
  const first = values.from
    ? new Date(values.from)
    : new Date(reportDay(now()).getTime() - (rawDays - 1) * dayMs);
  const env = parseEnv(process.env);
  const own = env.DATABASE_URL ? null : await startOwnPostgres(env.DATA_DIR);
  const url = env.DATABASE_URL ?? own!.url;
  try {
    await prepareDatabase(url);
    return await verify(url, first, last, values.repair);
  } finally {
    // A server that was running before goes on.
    if (own && !own.adopted) await own.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
