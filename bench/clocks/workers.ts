import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Swept } from "./worker.ts";

export type Worker = {
  sweep(): Promise<Swept>;
  /** Begins and is not waited for: it will not live to tell. */
  begin(): void;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

/** @param at the time it always is for this worker. */
export async function startWorker(url: string, at: Date): Promise<Worker> {
  const child = fork(join(import.meta.dirname, "worker.ts"), [url, at.toISOString()], {
    // V8 takes what it is given: without a limit its heap grows to several times what lives in it.
    execArgv: ["--max-old-space-size=144"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  await once(child, "message");
  return {
    async sweep() {
      child.send("sweep");
      const [swept] = await once(child, "message");
      return swept as Swept;
    },
    begin: () => void child.send("sweep"),
    kill: () => gone(child, () => child.kill("SIGKILL")),
    stop: () => gone(child, () => child.disconnect()),
  };
}

async function gone(child: ChildProcess, end: () => void): Promise<void> {
  const exit = once(child, "exit");
  end();
  await exit;
}
