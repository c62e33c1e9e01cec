/**
 * `npm run bench:kills -- --kills 200`: a publisher that changes, moves and publishes articles without
 * a pause is killed (SIGKILL) at random instants. After each kill no page is torn and everything
 * acknowledged is there, and search leads to it; in the end the site is what a full build makes.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { parseEnv } from "../server/env.ts";
import { now } from "../server/now.ts";
import { openPublisher } from "../server/publishing/publisher.service.ts";
import { verifySite } from "../server/publishing/verify.service.ts";
import { standing, tornPages, unfound, unsaid } from "./kills/checks.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    json: { type: "boolean", default: false },
  },
});
const kills = Number(values.kills);
const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "answerable-kills-"));
const [contentDir, dataDir] = [join(folder, "content"), join(folder, "data")];
const publicUrl = "http://localhost:4321";
cpSync(join(root, "content"), contentDir, { recursive: true, filter: (p) => !p.endsWith(".ts") });
const env = parseEnv({ DATA_DIR: dataDir, PUBLIC_URL: publicUrl });
const place = { siteDir: join(dataDir, "site"), stateDir: join(dataDir, "search-state") };

/** Every line it said until it was killed. */
function killed(round: number, afterMs: number): Promise<string[]> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [join(root, "bench/kills/worker.ts"), contentDir, String(round)],
      {
        cwd: root,
        env: { ...process.env, DATA_DIR: dataDir, PUBLIC_URL: publicUrl },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    let said = "";
    let isReady = false;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (isReady || !said.includes("ready")) return;
      isReady = true;
      setTimeout(() => child.kill("SIGKILL"), afterMs);
    });
    child.once("close", () => done(said.split("\n").slice(0, -1)));
  });
}

const acknowledged = new Map<string, string>();
const faults = { torn: 0, lost: 0, unfound: 0 };
let published = 0;
const open = () =>
  openPublisher({ env, log: pino({ level: "silent" }), now }, contentDir, () => {});
await (await open()).close();
for (let round = 0; round < kills; round += 1) {
  const lines = await killed(round, Math.random() * 600);
  for (const line of lines.filter((one) => one.startsWith("published"))) {
    const [, path = "", word = ""] = line.split(" ");
    // An article that moved on is found where it lies now.
    for (const [other] of acknowledged)
      if (other.replace(/-at-\w+|\.md$/g, "") === path.replace(/-at-\w+|\.md$/g, ""))
        acknowledged.delete(other);
    acknowledged.set(path, word);
    published += 1;
  }
  const recent = new Map([...acknowledged].slice(-30));
  const stands = standing(contentDir, recent);
  for (const path of recent.keys()) if (!stands.has(path)) acknowledged.delete(path);
  const found = {
    torn: tornPages(place.siteDir),
    lost: [...unsaid(place.siteDir, stands), ...(recent.size - stands.size > 1 ? ["content"] : [])],
    unfound: await unfound(place.siteDir, stands),
  };
  for (const [kind, list] of Object.entries(found))
    if (list.length > 0) console.error(round, kind, list);
  faults.torn += found.torn.length;
  faults.lost += found.lost.length;
  faults.unfound += found.unfound.length;
}
await (await open()).close();
const { differences } = await verifySite(
  place,
  { dir: contentDir, publicUrl },
  join(root, `.build/kills-${process.pid}`),
);
if (differences.length > 0) console.error(differences.slice(0, 10));
rmSync(folder, { recursive: true, force: true });
const figures = { kills, published, ...faults, differences: differences.length };
if (!values.json) console.table(figures);
console.log(JSON.stringify(figures));
process.exit(faults.torn + faults.lost + faults.unfound + differences.length > 0 ? 1 : 0);
