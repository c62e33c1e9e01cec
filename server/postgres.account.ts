import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { platform, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { exitCodes, StartupProblem } from "./errors.ts";

/** Whom PostgreSQL runs as: nobody else than us, unless we are root, which it refuses. */
export type Account = { uid?: number; gid?: number };

/** Where things go that another account has to reach when our own folders are closed to it. */
const openRoot = "/var/lib/answerable";

function postgresAccount(): Account {
  const ask = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe" }));
  try {
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    // The account doesn't exist yet.
  }
  try {
    execFileSync("useradd", ["--system", "--user-group", "postgres"], { stdio: "pipe" });
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    throw new StartupProblem(
      exitCodes.dataFolder,
      "PostgreSQL refuses to run as root and no account named postgres could be made: start as another user, or set DATABASE_URL.",
    );
  }
}

function canReach(path: string, { uid, gid }: Account): boolean {
  let nearest = path;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  try {
    execFileSync("ls", ["-d", `${nearest}/.`], { uid, gid, stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

/**
 * As root, finds an account for PostgreSQL and places binaries and data folder where that account
 * can get at them: under a home closed to others they are put below /var/lib/answerable.
 */
export function reachable<B extends { postgres: string; initdb: string; pg_ctl: string }>(
  bin: B,
  folder: string,
): { bin: B; folder: string; account: Account } {
  if (platform() === "win32" || userInfo().uid !== 0) return { bin, folder, account: {} };
  const account = postgresAccount();
  return {
    account,
    bin: canReach(bin.postgres, account) ? bin : copied(bin),
    folder: canReach(dirname(folder), account) ? folder : openFolder(folder),
  };
}

function copied<B extends { postgres: string; initdb: string; pg_ctl: string }>(bin: B): B {
  const native = dirname(dirname(bin.postgres));
  const target = join(openRoot, `postgresql-${basename(dirname(native))}`);
  if (!existsSync(join(target, "bin/postgres"))) {
    mkdirSync(target, { recursive: true, mode: 0o755 });
    cpSync(native, target, { recursive: true, verbatimSymlinks: true });
  }
  const at = (name: string) => join(target, "bin", name);
  return { ...bin, postgres: at("postgres"), initdb: at("initdb"), pg_ctl: at("pg_ctl") };
}

function openFolder(folder: string): string {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const parent = join(openRoot, name);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  console.log(`The account postgres can't reach ${folder}; the database lies in ${parent}.`);
  return join(parent, "postgres");
}
