/** The product as a user runs it, in a folder of its own, for browser tests and benchmarks. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

const root = join(import.meta.dirname, "..");

export type Product = {
  url: string;
  dataDir: string;
  /** Signs everything; the benchmark may sign in its place. */
  secret: string;
  /** Connection string of its database. */
  database(): string;
  pid(): number;
  /** Ends it as a power cut would. PostgreSQL lives on, as it does when a process is killed. */
  kill(): Promise<void>;
  /** Starts it again on the same folder. */
  restart(): Promise<void>;
  /** Stops it cleanly and removes the folder. */
  remove(): Promise<void>;
};

export async function startProduct(
  options: { args?: string[]; env?: Record<string, string>; contentDir?: string } = {},
): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), "answerable-bench-"));
  // PostgreSQL may run as another account than ours.
  chmodSync(dataDir, 0o755);
  mkdirSync(join(dataDir, "data"), { mode: 0o755 });
  const port = await freePort();
  const secret = randomBytes(32).toString("hex");
  const env = {
    ...process.env,
    DATA_DIR: join(dataDir, "data"),
    PORT: String(port),
    // The address that cached builds were made for; nothing is asked of it.
    PUBLIC_URL: "http://localhost:4321",
    SECRET: secret,
    RATE_LIMIT: "1000000000",
    PROOF_COST: "1",
    LOG_LEVEL: "error",
    ...(options.contentDir && { CONTENT_DIR: options.contentDir }),
    ...options.env,
  };
  const url = `http://127.0.0.1:${port}`;
  const launch = () => launchAt(url, options.args ?? ["--empty"], env);
  let child = await launch();
  // A benchmark that fails leaves nothing running behind.
  process.once("exit", () => child.kill("SIGTERM"));
  return {
    url,
    dataDir: env.DATA_DIR,
    secret,
    database: () => databaseOf(env.DATA_DIR),
    pid: () => child.pid!,
    kill: () => ended(child, "SIGKILL"),
    async restart() {
      child = await launch();
    },
    async remove() {
      await ended(child, "SIGTERM");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits for the demo's month of tickets: the product answers before it has been played. */
export async function demoIsWhole(product: Product): Promise<void> {
  const client = new pg.Client({ connectionString: product.database() });
  await client.connect();
  for (let rows: unknown[] = []; rows.length === 0; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    ({ rows } = await client.query("SELECT 1 FROM settings WHERE key = 'demo'"));
  }
  await client.end();
}

async function ended(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await gone;
}

async function launchAt(
  url: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["server/start.ts", ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout!.resume();
  let code: number | null = null;
  child.once("exit", (exit) => {
    code = exit ?? 1;
  });
  for (;;) {
    if (code !== null) throw new Error(`the product ended with code ${code}`);
    const up = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function databaseOf(dataDir: string): string {
  const password = readFileSync(join(dataDir, "postgres-password"), "utf8").trim();
  const port = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8")
    .split("\n")[3]!
    .trim();
  return `postgresql://postgres:${password}@127.0.0.1:${port}/answerable`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** The value below which a share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
