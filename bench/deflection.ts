/**
 * `npm run bench:deflection -- --events 10000000 [--tickets 100000] [--seconds 10] [--json]`: beacons over
 * HTTP into the running product, then a base of that many events, in which a day is rolled up and
 * every question that Insight asks is asked again and again. All on the product's own PostgreSQL.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import pg from "pg";
import { openDatabase } from "../server/db.ts";
import { reportDay } from "../server/deflection/reportday.ts";
import { verifyMeasures } from "../server/deflection/verify.service.ts";
import type { Deps } from "../server/deps.ts";
import { readGrownCases } from "../server/insight/cases.service.ts";
import { secretsOf } from "../server/secrets.ts";
import { openSettings } from "../server/settings/reader.service.ts";
import { startProduct } from "../test/product.ts";
import { fillVisits } from "./deflection/fill.ts";
import { measureIngest } from "./deflection/ingest.ts";
import { measureQueries } from "./deflection/queries.ts";
import { measureRollups, measureSessions } from "./deflection/rollups.ts";
import { fillTickets } from "./deflection/tickets.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "1000000" },
    tickets: { type: "string", default: "100000" },
    seconds: { type: "string", default: "10" },
    rate: { type: "string", default: "3000" },
    verify: { type: "boolean", default: true },
    json: { type: "boolean", default: false },
  },
  allowNegative: true,
});
const log = values.json ? () => {} : console.log;
const took = (since: number) => Math.round((performance.now() - since) / 100) / 10;
const days = 30;
const dayMs = 86_400_000;

// Workers would count what is filled in behind the product's back: they are measured by themselves.
const product = await startProduct({ env: { TRUST_PROXY: "1", ROLE: "web" } });
const ingest = await measureIngest(
  product,
  { rate: Number(values.rate), seconds: Number(values.seconds) },
  log,
);

const url = product.database();
const admin = new pg.Client({ connectionString: url });
await admin.connect();
await admin.query("TRUNCATE m.events, m.visits, m.episodes, m.reads, m.searches, m.stale_days");
const now = new Date(Math.floor(Date.now() / 1000) * 1000);
const begun = performance.now();
// Four days back, so that everything has become what it will be.
const to = new Date(now.getTime() - 4 * dayMs);
const visits = await fillVisits(admin, { events: Number(values.events), days, to });
const tickets = await fillTickets(admin, Number(values.tickets), now);
log(`filled in ${took(begun)} s`, { visits, tickets });
await admin.query(
  `INSERT INTO m.watermark VALUES ('sessionise', $1) ON CONFLICT (job) DO UPDATE SET done_to = $1`,
  [now],
);

const { db, close } = openDatabase(url, 6);
const deps = {
  db,
  now: () => now,
  settings: openSettings(db, () => now),
  secrets: secretsOf("nobody is measured here, 1234567890"),
} as unknown as Deps;
const middle = new Date(reportDay(now).getTime() - 15 * dayMs);
const reading = performance.now();
await readGrownCases(deps);
log(`read ${values.tickets} tickets' logs in ${took(reading)} s`);
const rollups = await measureRollups(deps, middle, days);
log("rollups", rollups);
const sessions = await measureSessions(deps, admin, to);
log("sessions", sessions);
const queries = await measureQueries(deps, now, days);
if (!values.json) console.table(queries.each);
// The first day of a month: a later one is checked with all days before it.
const firstOfMonth = new Date(Date.UTC(middle.getUTCFullYear(), middle.getUTCMonth() + 1));
const checked =
  firstOfMonth < to
    ? firstOfMonth
    : new Date(Date.UTC(middle.getUTCFullYear(), middle.getUTCMonth()));
const verified = values.verify ? await verifyMeasures(deps, checked, checked) : null;
await close();
await admin.end();
await product.remove();

const figures = {
  events: Number(values.events),
  ingestPerS: ingest.ingestPerS,
  ingestP99Ms: ingest.steady.p99Ms,
  ingestLost: ingest.lost,
  floodSentPerS: Math.round(ingest.flood.events / ingest.flood.seconds),
  floodStoredPerS: Math.round(ingest.flood.stored / ingest.flood.seconds),
  deskCalmP95Ms: ingest.calmDeskP95Ms,
  deskFloodP95Ms: ingest.flood.deskP95Ms,
  ...rollups,
  ...sessions,
  queryP95Ms: queries.worstP95Ms,
  differences: verified?.differences.length ?? null,
  load: Math.round(loadavg()[0]! * 100) / 100,
};
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
process.exit(ingest.lost > 0 || (verified?.differences.length ?? 0) > 0 ? 1 : 0);
