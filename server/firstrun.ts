/** The first start: with the demo company or empty, and what is said at the end of every start. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { firstAdminLink } from "./accounts/firstadmin.service.ts";
import type { Env } from "./env.ts";
import { exitCodes, StartupProblem } from "./errors.ts";
import type { Server } from "./main.ts";
import { root } from "./prepare.ts";

export type Mode = {
  kind: "demo" | "empty";
  /** Absolute. */
  contentDir: string;
};

const settings = ["site.yml", "categories.yml", "modules.yml", "forms.yml"];

/**
 * What this data folder was started as; decided once, at its first start: `--demo` or `--empty`,
 * without either demo, or empty where NODE_ENV is production.
 * @throws StartupProblem when asked to become the other kind.
 */
export function chooseMode(env: Env, args: string[]): Mode {
  const file = join(env.DATA_DIR, "mode");
  const asked = args.includes("--empty") ? "empty" : args.includes("--demo") ? "demo" : undefined;
  const known = existsSync(file) ? (readFileSync(file, "utf8") as Mode["kind"]) : undefined;
  if (asked && known && asked !== known) {
    throw new StartupProblem(
      exitCodes.environment,
      `${env.DATA_DIR} was started with --${known}: use it so, or choose another folder with DATA_DIR.`,
    );
  }
  const kind = known ?? asked ?? (env.NODE_ENV === "production" ? "empty" : "demo");
  if (!known) writeFileSync(file, kind);
  return { kind, contentDir: contentFolder(env, kind) };
}

function contentFolder(env: Env, kind: Mode["kind"]): string {
  const shipped = join(root, "content");
  const folder = env.CONTENT_DIR
    ? resolve(env.CONTENT_DIR)
    : kind === "demo"
      ? shipped
      : join(env.DATA_DIR, "content");
  mkdirSync(folder, { recursive: true });
  for (const name of settings) {
    if (!existsSync(join(folder, name))) cpSync(join(shipped, name), join(folder, name));
  }
  return folder;
}

/** Fills a new demo, and says where to go. */
export async function welcome(
  server: Server,
  mode: Mode,
  say: (line: string) => void,
): Promise<void> {
  const { deps } = server;
  say(`\nAnswerable is up at ${deps.env.PUBLIC_URL}`);
  say(`  help center  ${deps.env.PUBLIC_URL}/en/   ${deps.env.PUBLIC_URL}/zh/`);
  say(`  console      ${deps.env.PUBLIC_URL}/console/`);
  if (mode.kind === "demo") {
    const { seedDemo } = await import("../prisma/seed.ts");
    const { logins } = await seedDemo(deps);
    say("  demo logins (this installation only):");
    for (const { name, role, email, password } of logins)
      say(`    ${email.padEnd(28)} ${password}   ${name}, ${role}`);
  }
  const link = await firstAdminLink(deps);
  if (link) say(`  make the first administrator (works once, for 24 hours):\n    ${link}`);
}
