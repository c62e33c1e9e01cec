/**
 * `npm run bench:desk -- --clients 16 --seconds 20 [--kill]`: ticket submissions over HTTP against
 * the running product, beside what the same PostgreSQL can commit at all. With --kill the server is
 * killed (SIGKILL) in the middle and started again; the clients go on with the same keys.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { createChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import pg from "pg";
import superjson from "superjson";
import { secretsOf } from "../server/secrets.ts";
import { type Product, percentile, startProduct } from "../test/product.ts";

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "16" },
    seconds: { type: "string", default: "20" },
    kill: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const clients = Number(values.clients);
const seconds = Number(values.seconds);

/** A solved challenge: whoever knows the secret knows the answer, so the clients cost no time. */
async function solved(secret: string): Promise<string> {
  const secrets = secretsOf(secret);
  const counter = 3;
  const challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: 1,
    counter,
    deriveKey,
    expiresAt: new Date(Date.now() + 3_000_000),
    hmacSignatureSecret: secrets.key("proof"),
    hmacKeySignatureSecret: secrets.sign("proof", "key"),
  });
  const solution = await solveFrom(challenge, counter);
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

async function solveFrom(
  challenge: Awaited<ReturnType<typeof createChallenge>>,
  counterStart: number,
) {
  const { solveChallenge } = await import("altcha-lib");
  return solveChallenge({ challenge, deriveKey, counterStart } as never);
}

type Result = { key: string; ms: number };

async function client(
  product: Product,
  until: number,
  n: number,
): Promise<{ acknowledged: Result[]; errors: number }> {
  const acknowledged: Result[] = [];
  let errors = 0;
  for (let i = 0; performance.now() < until; i += 1) {
    const key = randomUUID();
    const body = JSON.stringify(
      superjson.serialize({
        submission: submission(key, n, i),
        proof: await solved(product.secret),
        website: "",
      }),
    );
    const started = performance.now();
    for (;;) {
      const response = await fetch(`${product.url}/api/trpc/forms.submit`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      }).catch(() => null);
      // What broke off in the middle is no acknowledgement.
      const words = await response?.text().catch(() => undefined);
      if (response?.ok && words !== undefined) {
        acknowledged.push({ key, ms: performance.now() - started });
        break;
      }
      if (response && response.status < 500) throw new Error(`refused: ${words}`);
      // A client keeps the form until it is acknowledged.
      errors += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return { acknowledged, errors };
}

const submission = (key: string, n: number, i: number) => ({
  key,
  form: "contact",
  locale: n % 2 ? "en" : "zh",
  answers: {
    kind: "question",
    category: "invoices",
    subject: n % 2 ? `Invoice for order ${i}` : `订单 ${i} 的发票`,
    description: "I need an invoice for my order. 请帮我开一张发票。".repeat(8),
    email: `customer${n}-${i % 50}@mail.example`,
    name: "Grace",
  },
  context: { page: "/en/invoices/", browser: "Chromium", os: "Linux", timeZone: "Asia/Shanghai" },
  writtenAt: new Date(),
});

/** What the disk and PostgreSQL allow: one row and one commit at a time, by as many clients. */
async function commitRate(url: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  await pool.query(
    "CREATE TABLE IF NOT EXISTS bench_commits (id uuid PRIMARY KEY, at timestamptz)",
  );
  const until = performance.now() + 3000;
  const done = await Promise.all(
    Array.from({ length: clients }, async () => {
      let count = 0;
      for (; performance.now() < until; count += 1)
        await pool.query("INSERT INTO bench_commits VALUES ($1, now())", [randomUUID()]);
      return count;
    }),
  );
  await pool.query("DROP TABLE bench_commits");
  await pool.end();
  return done.reduce((a, b) => a + b, 0) / 3;
}

/** Acknowledged keys that aren't a ticket, and tickets that were stored twice. */
async function lost(url: string, keys: string[]): Promise<{ lost: number; doubled: number }> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const { rows } = await db.query<{ key: string; n: string }>(
    'SELECT "idempotencyKey" AS key, count(*) AS n FROM tickets GROUP BY 1',
  );
  await db.end();
  const stored = new Map(rows.map(({ key, n }) => [key, Number(n)]));
  return {
    lost: keys.filter((key) => !stored.has(key)).length,
    doubled: [...stored.values()].filter((n) => n > 1).length,
  };
}

const product = await startProduct();
const commits = await commitRate(product.database());
await client(product, performance.now() + 1500, 99);
const started = performance.now();
const until = started + seconds * 1000;
const running = Promise.all(Array.from({ length: clients }, (_, n) => client(product, until, n)));
let downMs = 0;
if (values.kill) {
  await new Promise((resolve) => setTimeout(resolve, seconds * 400));
  const gone = performance.now();
  await product.kill();
  await product.restart();
  downMs = Math.round(performance.now() - gone);
}
const results = await running;
const took = (performance.now() - started) / 1000;
const all = results.flatMap(({ acknowledged }) => acknowledged);
const times = all.map(({ ms }) => ms);
const check = await lost(
  product.database(),
  all.map(({ key }) => key),
);
await product.remove();
const figures = {
  rate: Math.round(all.length / took),
  p50Ms: Math.round(percentile(times, 0.5)),
  p95Ms: Math.round(percentile(times, 0.95)),
  p99Ms: Math.round(percentile(times, 0.99)),
  errors: results.reduce((sum, { errors }) => sum + errors, 0),
  acknowledged: all.length,
  ...check,
  commitsPerS: Math.round(commits),
  downMs,
};
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
process.exit(check.lost + check.doubled > 0 ? 1 : 0);
