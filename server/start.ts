/** `npm start`: says what is wrong in one sentence, or where to go. */
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Env, parseEnv } from "./env.ts";
import { exitCodes, StartupProblem } from "./errors.ts";
import { prepare, root } from "./prepare.ts";

const oldestNode = 24;
let last = performance.now();
const step = (what: string): void => {
  const seconds = Math.round((performance.now() - last) / 100) / 10;
  if (seconds >= 1) console.log(`  (${seconds} s)`);
  last = performance.now();
  console.log(`… ${what}`);
};

function checkNode(): void {
  if (Number(process.versions.node.split(".")[0]) >= oldestNode) return;
  throw new StartupProblem(
    exitCodes.nodeTooOld,
    `Node ${process.versions.node} is too old: Node ${oldestNode} is needed. Use "npm start", which brings its own on Linux and Windows, or install Node ${oldestNode}.`,
  );
}

/** Makes the data folder and takes it for this process. */
function takeDataFolder(env: Env): () => void {
  const lock = join(env.DATA_DIR, "server.pid");
  try {
    mkdirSync(env.DATA_DIR, { recursive: true });
    accessSync(env.DATA_DIR, constants.W_OK);
    const holder = runningHolder(lock);
    if (holder) {
      throw new StartupProblem(
        exitCodes.alreadyRunning,
        `Answerable is already running on ${env.DATA_DIR} (process ${holder}): stop it first, or choose another folder with DATA_DIR.`,
      );
    }
    writeFileSync(lock, String(process.pid));
  } catch (error) {
    if (error instanceof StartupProblem) throw error;
    throw new StartupProblem(
      exitCodes.dataFolder,
      `The data folder ${env.DATA_DIR} can't be written: ${(error as Error).message}. Choose another with DATA_DIR.`,
    );
  }
  return () => rmSync(lock, { force: true });
}

function runningHolder(lock: string): number | null {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    if (pid === process.pid) return null;
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

async function main(): Promise<void> {
  checkNode();
  const env = parseEnv(process.env);
  const release = takeDataFolder(env);
  process.once("exit", release);
  process.chdir(root);
  await prepare(step);
  const { startServer } = await import("./main.ts");
  const { chooseMode, welcome } = await import("./firstrun.ts");
  const mode = chooseMode(env, process.argv.slice(2));
  // The resident renderer is a build of the site, which knows the folder by its environment.
  process.env.CONTENT_DIR = mode.contentDir;
  const server = await startServer({ ...env, CONTENT_DIR: mode.contentDir }, step);
  const stop = (): void => {
    server.stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  await welcome(server, mode, console.log);
}

main().catch((error) => {
  if (!(error instanceof StartupProblem)) throw error;
  console.error(error.message);
  process.exit(error.exitCode);
});
