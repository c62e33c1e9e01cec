/** `npm run site:verify`: builds everything elsewhere and compares it with what is published. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "./env.ts";
import { chooseMode } from "./firstrun.ts";
import { prepare, root } from "./prepare.ts";

async function main(): Promise<number> {
  const env = parseEnv(process.env);
  const place = {
    siteDir: join(env.DATA_DIR, "site"),
    stateDir: join(env.DATA_DIR, "search-state"),
  };
  if (!existsSync(place.siteDir)) {
    console.error(`Nothing is published in ${env.DATA_DIR} yet: run "npm start" first.`);
    return 2;
  }
  await prepare(() => {});
  // The messages that pages are made with are there only now.
  const { verifySite } = await import("./publishing/verify.service.ts");
  const content = { dir: chooseMode(env, []).contentDir, publicUrl: env.PUBLIC_URL };
  // Inside the project: a build's bytes depend on its folder.
  const buildDir = join(root, `.build/verify-${process.pid}`);
  const { pages, articles, differences } = await verifySite(place, content, buildDir);
  for (const { what, how } of differences) console.log(`${how.replace("_", " ")}: ${what}`);
  const said = differences.length === 0 ? "no difference" : `${differences.length} differ`;
  console.log(`${pages} pages and ${articles} articles in search compared: ${said}`);
  return differences.length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
