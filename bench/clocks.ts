/**
 * `npm run bench:clocks -- --open 1000000 [--due 1000] [--json]`: one sweep of the real service over
 * that many running clocks, of which so many are due, beside what PostgreSQL needs to change as many
 * rows; then two workers at once, and one that is killed. Fails when a miss is lost or written twice.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import pg from "pg";
import { percentile } from "../test/product.ts";
import { fill, makeDueAgain, ownDatabase, written } from "./clocks/database.ts";
import { openDesk } from "./clocks/desk.ts";
import { findingPlan, updateMs } from "./clocks/plan.ts";
import { measureRederive } from "./clocks/rederive.ts";
import { startWorker } from "./clocks/workers.ts";

const { values } = parseArgs({
  options: {
    open: { type: "string", default: "100000" },
    due: { type: "string", default: "1000" },
    rounds: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
});
const due = Number(values.due);
const now = new Date("2026-11-18T06:30:00Z");
const log = values.json ? () => {} : console.log;

const { url, remove } = await ownDatabase();
const pool = new pg.Pool({ connectionString: url, max: 2 });
const { deps, close } = await openDesk(url, now);
const { document: book } = await deps.settings.current("sla");
const begun = performance.now();
const filled = await fill(url, { open: Number(values.open), due }, book, now.getTime());
log(`filled in ${Math.round((performance.now() - begun) / 1000)} s`, filled);

const plan = await findingPlan(deps.db, now);

/** One worker, again and again with the same clocks due: the first time is a cold one. */
async function sweeps(): Promise<{ ms: number[]; cpuMs: number[]; rssMb: number; errors: number }> {
  const worker = await startWorker(url, now);
  const ms: number[] = [];
  const cpuMs: number[] = [];
  let [rssMb, errors] = [0, 0];
  for (let round = 0; round < Number(values.rounds); round++) {
    await makeDueAgain(pool);
    const swept = await worker.sweep();
    log(swept);
    ms.push(swept.ms);
    cpuMs.push(swept.cpuMs);
    rssMb = swept.rssMb;
    errors += await faults();
  }
  await worker.stop();
  return { ms, cpuMs, rssMb, errors };
}

/** Misses that are not there, and misses that are there twice. */
async function faults(): Promise<number> {
  const { misses, doubled } = await written(pool);
  if (misses !== due || doubled > 0) log({ misses, doubled, due });
  return Math.abs(misses - due) + doubled;
}

async function twoAtOnce(): Promise<number> {
  await makeDueAgain(pool);
  const workers = [await startWorker(url, now), await startWorker(url, now)];
  log(await Promise.all(workers.map((worker) => worker.sweep())));
  // What one held, the other left to its next turn.
  await workers[0]!.sweep();
  for (const worker of workers) await worker.stop();
  return faults();
}

/** Killed after its first commits and before its last. @returns misses it had written, and faults in the end. */
async function killed(): Promise<{ before: number; errors: number }> {
  await makeDueAgain(pool);
  const [first, second] = [await startWorker(url, now), await startWorker(url, now)];
  first.begin();
  while ((await written(pool)).misses === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  await first.kill();
  const { misses: before } = await written(pool);
  // Until PostgreSQL has noticed, the dead worker's tickets are locked.
  while ((await written(pool)).misses < due && (await second.sweep()).settled > 0);
  await second.sweep();
  await second.stop();
  return { before, errors: await faults() };
}

const alone = await sweeps();
const both = await twoAtOnce();
const death = await killed();
await makeDueAgain(pool);
const limit = await updateMs(pool);
const { medianUs, clocks } = measureRederive();
await close();
await pool.end();
await remove();

const figures = {
  open: filled.open,
  tickets: filled.tickets,
  due,
  sweepMs: Math.round(percentile(alone.ms, 0.5)),
  bestSweepMs: Math.round(Math.min(...alone.ms)),
  sweepCpuMs: Math.round(percentile(alone.cpuMs, 0.5)),
  updateMs: limit,
  rederiveUs: Math.round(medianUs),
  clocksPerTicket: Math.round(clocks * 10) / 10,
  rssMb: Math.round(alone.rssMb),
  ...plan,
  killedAfter: death.before,
  errors: alone.errors + both + death.errors,
  load: Math.round(loadavg()[0]! * 100) / 100,
};
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
process.exit(figures.errors > 0 || !plan.indexOnly ? 1 : 0);
