import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const astro = join("node_modules", "astro", "bin", "astro.mjs");

/** A folder for a build. Inside the project: builds elsewhere share one folder of Astro's and collide. */
export function openOut(): string {
  mkdirSync(".build", { recursive: true });
  return mkdtempSync(".build/test-");
}

/** Runs Astro as production does, whatever the tests themselves run as. Rejects with its output. */
export async function build(kind: "site" | "renderer", contentDir: string, outDir: string) {
  // Nothing else of the test's environment: Vitest sets DEV and PROD, which a build would take over.
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    ASTRO_TELEMETRY_DISABLED: "1",
    PUBLIC_URL: "https://help.example.com",
    ANSWERABLE_BUILD: kind,
    CONTENT_DIR: contentDir,
    [kind === "site" ? "SITE_DIR" : "RENDERER_DIR"]: outDir,
  };
  await run(process.execPath, [astro, "build"], { env, maxBuffer: 2 ** 26 });
}

/** The paths of a built site's pages and feeds, as a reader's browser asks for them. */
export function pathsOf(site: string): string[] {
  return (
    globSync("**/*.{html,xml,txt}", { cwd: site })
      // The console is no page of articles: it is copied from the build.
      .filter((file) => !file.startsWith("console/"))
      .map((file) => `/${file.replace(/(?<=^|\/)index\.html$/, "")}`)
      .sort()
  );
}

/** The file that a file host serves for a path. */
export function fileOf(site: string, path: string): string {
  return join(site, path.endsWith("/") ? `${path}index.html` : path);
}
