/** `npm run content:import -- DIR [--locale en|zh] [--source NAME] [--dry-run] [--json]` */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { localeSchema } from "../content/schema.ts";
import { importFolder } from "./articles/import.service.ts";
import { counts, reportText } from "./articles/importreport.ts";
import { now } from "./now.ts";

const usage = `Usage: npm run content:import -- DIR [options]

Imports a folder of Markdown files into CONTENT_DIR (default: content).

  --locale en|zh   language of files that do not say theirs
  --source NAME    the name the folder is remembered by (default: its own)
  --dry-run        say what would happen, write nothing
  --json           the whole report as JSON`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      locale: { type: "string" },
      source: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [dir, ...more] = positionals;
  if (values.help || !dir || more.length > 0) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const report = await importFolder({
    dir,
    contentDir: resolve(process.env.CONTENT_DIR || "content"),
    source: values.source,
    locale: values.locale === undefined ? undefined : localeSchema.parse(values.locale),
    dryRun: values["dry-run"],
    now: now(),
  });
  console.log(values.json ? JSON.stringify({ ...report, ...counts(report) }) : reportText(report));
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    // Whatever stops an import is something the caller can mend: a folder, a file, an option.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
