/** What the running product takes in over HTTP, at rest and in a flood, and what its desk feels of it. */
import pg from "pg";
import { type Product, percentile } from "../../test/product.ts";
import { type Load, load } from "./load.ts";

export type Ingested = {
  /** Events stored a second, as fast as 16 connections go. */
  ingestPerS: number;
  lost: number;
  steady: Load;
  flood: Load & { stored: number; deskP95Ms: number };
  calmDeskP95Ms: number;
};

/** @param rate events a second of the steady part; the flood is several times what can be stored. */
export async function measureIngest(
  product: Product,
  { rate, seconds }: { rate: number; seconds: number },
  log: (...what: unknown[]) => void,
): Promise<Ingested> {
  const url = `${product.url}/api/events`;
  const db = new pg.Client({ connectionString: product.database() });
  await db.connect();
  await load({ url, clients: 4, seconds: 2 });
  await settled(db);
  const calmDeskP95Ms = await deskP95(product, seconds / 2);

  let before = await settled(db);
  const steady = await load({ url, eventsPerS: rate, seconds });
  const lost = steady.events - ((await settled(db)) - before);
  log("steady", steady, { lost });

  before = await settled(db);
  const fast = await load({ url, clients: 16, seconds });
  const stored = (await settled(db)) - before;
  log("fast", fast, { stored });

  before = await settled(db);
  const [flood, desk] = await Promise.all([
    load({ url, clients: 256, seconds }),
    deskP95(product, seconds - 1),
  ]);
  const kept = (await settled(db)) - before;
  log("flood", flood, { kept, desk });
  await db.end();
  return {
    ingestPerS: Math.round(stored / fast.seconds),
    lost,
    steady,
    flood: { ...flood, stored: kept, deskP95Ms: desk },
    calmDeskP95Ms,
  };
}

/** Events in the log, once no more come. */
async function settled(db: pg.Client): Promise<number> {
  for (let before = -1; ; ) {
    const { rows } = await db.query<{ n: string }>("SELECT count(*) AS n FROM m.events");
    if (Number(rows[0]!.n) === before) return before;
    before = Number(rows[0]!.n);
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}

/** What somebody at the desk waits for: a question to the database by the same server, ten a second. */
async function deskP95(product: Product, seconds: number): Promise<number> {
  const times: number[] = [];
  const input = encodeURIComponent(
    JSON.stringify({ json: { kind: "fault", impact: "", category: "", locale: "en" } }),
  );
  for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
    const began = performance.now();
    const response = await fetch(`${product.url}/api/trpc/forms.promise?input=${input}`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the desk refused: ${response.status}`);
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return Math.round(percentile(times, 0.95));
}
