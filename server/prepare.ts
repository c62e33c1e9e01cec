/**
 * What has to be generated before the server's own code can be loaded: Prisma's client and the
 * messages. Also run by the tests and by `npm run dev`.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { exitCodes, StartupProblem } from "./errors.ts";
import { fingerprint, unlessFresh } from "./stale.ts";

const run = promisify(execFile);
export const root = join(import.meta.dirname, "..");

/** Runs a tool of node_modules with this very Node. @throws StartupProblem with its last words. */
export async function tool(
  script: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const options = { cwd: root, env: { ...process.env, ...env }, maxBuffer: 64 * 2 ** 20 };
  await run(process.execPath, [join(root, "node_modules", script), ...args], options).catch(
    (error) => {
      const words = String(error.stderr || error.stdout || error.message).trim();
      throw new StartupProblem(exitCodes.buildFailed, `${script} failed:\n${words.slice(-4000)}`);
    },
  );
}

export async function prepare(step: (what: string) => void): Promise<void> {
  const at = (path: string) => join(root, path);
  const client = {
    stamp: at(".build/prisma.stamp"),
    result: at("server/generated/prisma/client.ts"),
    wanted: fingerprint([at("prisma/schema.prisma")]),
  };
  await unlessFresh(client, async () => {
    step("database client");
    // Any file that exists and can't be run keeps Prisma from downloading an engine it doesn't need here.
    await tool("prisma/build/index.js", ["generate"], {
      PRISMA_SCHEMA_ENGINE_BINARY: at("package.json"),
    });
  });
  const messages = {
    stamp: at(".build/messages.stamp"),
    result: at("src/i18n/paraglide/messages.js"),
    wanted: fingerprint([at("src/i18n/messages/*/*.json"), at("project.inlang/settings.json")]),
  };
  await unlessFresh(messages, async () => {
    step("messages");
    const args = [
      "compile",
      "--project",
      "./project.inlang",
      "--outdir",
      "./src/i18n/paraglide",
      "--silent",
    ];
    await tool("@inlang/paraglide-js/bin/run.js", args);
  });
}
