import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { exitCodes } from "../../server/errors.ts";
import { root } from "../../server/prepare.ts";

const run = promisify(execFile);
const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), "answerable-start-"));
  chmodSync(made, 0o755);
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

/** What `npm start` says and how it ends when it can't. */
async function refused(env: Record<string, string>, args: string[] = []) {
  const options = {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: "silent", ...env },
    timeout: 60_000,
  };
  return run(process.execPath, ["server/start.ts", ...args], options).then(
    () => ({ code: 0, said: "" }),
    (error) => ({ code: error.code as number, said: String(error.stderr).trim() }),
  );
}

describe("a start that can't be says why in one sentence", () => {
  test("a variable that makes no sense", async () => {
    const { code, said } = await refused({
      DATA_DIR: folder(),
      PORT: "many",
      PUBLIC_URL: "help.example",
    });
    expect(code).toBe(exitCodes.environment);
    expect(said).toMatch(/^The environment is wrong\. PORT: .*PUBLIC_URL: [^\n]*$/);
  });

  test("a data folder that can't be made", async () => {
    const file = join(folder(), "file");
    writeFileSync(file, "");
    const { code, said } = await refused({ DATA_DIR: join(file, "data") });
    expect(code).toBe(exitCodes.dataFolder);
    expect(said).toMatch(/^The data folder .* can't be written: [^\n]*DATA_DIR\.$/);
  });

  test("a data folder that another one is using", async () => {
    const data = folder();
    writeFileSync(join(data, "server.pid"), String(process.pid));
    const { code, said } = await refused({ DATA_DIR: data });
    expect(code).toBe(exitCodes.alreadyRunning);
    expect(said).toContain(`(process ${process.pid})`);
  });

  test("a database that doesn't answer", async () => {
    const { code, said } = await refused({
      DATA_DIR: folder(),
      DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    });
    expect(code).toBe(exitCodes.databaseUnreachable);
    expect(said).toMatch(
      /^PostgreSQL at 127\.0\.0\.1:1\/none can't be used: [^\n]*Check DATABASE_URL\.$/,
    );
  });

  test("a database that is too old", async () => {
    const old = await oldPostgres("140011");
    const { code, said } = await refused({ DATA_DIR: folder(), DATABASE_URL: old.url });
    old.server.close();
    expect(code).toBe(exitCodes.databaseTooOld);
    expect(said).toBe("PostgreSQL 14.11 is too old: 15 or newer is needed.");
  });

  test("a demo folder asked to be empty", async () => {
    const data = folder();
    writeFileSync(join(data, "mode"), "demo");
    const { code, said } = await refused({ DATA_DIR: data }, ["--empty"]);
    expect(code).toBe(exitCodes.environment);
    expect(said).toContain("was started with --demo");
  });
});

/**
 * Speaks just enough of the protocol to say its version: no release older than 15 comes by npm, and
 * what is tested is our own answer to it.
 */
function oldPostgres(number: string): Promise<{ url: string; server: Server }> {
  const text = (s: string) => Buffer.from(`${s}\0`);
  const message = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(5);
    head.write(type, 0, "latin1");
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const int = (n: number, bytes: 2 | 4) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeIntBE(n, 0, bytes);
    return buffer;
  };
  const column = (name: string) =>
    Buffer.concat([
      text(name),
      int(0, 4),
      int(0, 2),
      int(25, 4),
      int(-1, 2),
      int(-1, 4),
      int(0, 2),
    ]);
  const cell = (value: string) => Buffer.concat([int(value.length, 4), Buffer.from(value)]);
  const ready = message("Z", Buffer.from("I"));
  const server = createServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int(0, 4)), ready]));
      socket.on("data", (data) => {
        if (data[0] !== 0x51) return;
        socket.write(
          Buffer.concat([
            message("T", int(2, 2), column("version"), column("number")),
            message("D", int(2, 2), cell("14.11"), cell(number)),
            message("C", text("SELECT 1")),
            ready,
          ]),
        );
      });
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      resolve({ server, url: `postgresql://u@127.0.0.1:${port}/any` });
    });
  });
}

/** Starts PostgreSQL of our own in a process of its own, prints what it got, and waits. */
const script = `
  import { startOwnPostgres } from ${JSON.stringify(join(root, "server/postgres.ts"))};
  const own = await startOwnPostgres(process.argv[1]);
  process.once("SIGTERM", () => own.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ adopted: own.adopted, url: own.url }));
  setInterval(() => {}, 1000);
`;

async function startIn(data: string, account: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, data], {
    ...account,
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(String(data)));
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  const end = (signal: "SIGTERM" | "SIGKILL") =>
    new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill(signal);
    });
  return { ...(JSON.parse(line) as { adopted: boolean; url: string }), end };
}

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

const postmaster = (data: string) =>
  Number(readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: new URL("/postgres", url).href });
  const up = await client.connect().then(
    () => true,
    () => false,
  );
  if (up) await client.end();
  return up;
};

describe("PostgreSQL of our own", () => {
  test("is created, survives a kill of ours, is adopted, and stops with us", async () => {
    const data = folder();
    const first = await startIn(data);
    expect(first.adopted).toBe(false);
    await first.end("SIGKILL");
    expect(await answers(first.url)).toBe(true);
    const second = await startIn(data);
    expect(second).toMatchObject({ adopted: true, url: first.url });
    await second.end("SIGTERM");
    expect(await answers(first.url)).toBe(false);
  });

  test("starts after it was killed itself", async () => {
    const data = folder();
    const first = await startIn(data);
    process.kill(postmaster(data), "SIGKILL");
    await first.end("SIGKILL");
    const second = await startIn(data);
    expect(second.adopted).toBe(false);
    expect(await answers(second.url)).toBe(true);
    await second.end("SIGTERM");
  });

  test("comes back by itself, at the same address, when it is killed while we run", async () => {
    const own = await startIn(folder());
    const data = folders.at(-1)!;
    process.kill(postmaster(data), "SIGKILL");
    await expect.poll(() => answers(own.url), { timeout: 20_000 }).toBe(false);
    await expect.poll(() => answers(own.url), { timeout: 20_000 }).toBe(true);
    await own.end("SIGTERM");
  });

  test("runs for an ordinary user as it does for root", async () => {
    const data = join(folder(), "data");
    mkdirSync(data);
    // Whoever runs this is ordinary already unless it is root.
    const nobody = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : {};
    if (nobody.uid) chownSync(data, nobody.uid, nobody.gid!);
    const own = await startIn(data, nobody);
    expect(own.url).toContain("127.0.0.1");
    await own.end("SIGTERM");
  });
});
