/** `npm run clocks:verify [-- --repair]` */
import { parseArgs } from "node:util";
import { openDatabase, prepareDatabase } from "./db.ts";
import { parseEnv } from "./env.ts";
import { now } from "./now.ts";
import { startOwnPostgres } from "./postgres.ts";
import { openSettings } from "./settings/reader.service.ts";
import { type Drifted, repairClocks, verifyClocks } from "./tickets/verify.service.ts";

const usage = `Usage: npm run clocks:verify [-- --repair]

Derives the clocks of every ticket that is open, or was in the last 90 days, from its log again, and
prints where what is stored differs. Ends with 1 when something differs and was not repaired.

  --repair   writes what the logs say`;

const words = ({ number, drifts }: Drifted): string[] =>
  drifts.map(({ field, cached, derived }) => {
    const told = (value: unknown) => (value === undefined ? "absent" : String(value ?? "none"));
    return `#${number} ${field}: stored ${told(cached)}, by the log ${told(derived)}`;
  });

async function verify(url: string, repair: boolean): Promise<number> {
  const { db, close } = openDatabase(url, 2);
  const deps = { db, now, settings: openSettings(db, now) };
  let [tickets, drifted] = [0, 0];
  for await (const found of verifyClocks(deps)) {
    tickets += found.tickets;
    drifted += found.drifted.length;
    for (const ticket of found.drifted) {
      for (const line of words(ticket)) console.log(line);
      if (repair) await repairClocks(deps, ticket.ticketId);
    }
  }
  await close();
  console.log(`${tickets} tickets, ${drifted} differ${repair && drifted > 0 ? ", repaired" : ""}`);
  return drifted > 0 && !repair ? 1 : 0;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      repair: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const env = parseEnv(process.env);
  const own = env.DATABASE_URL ? null : await startOwnPostgres(env.DATA_DIR);
  const url = env.DATABASE_URL ?? own!.url;
  try {
    await prepareDatabase(url);
    return await verify(url, values.repair);
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
