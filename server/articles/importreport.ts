import type { Refusal, Remark } from "./importmodel.ts";

export type FileResult = {
  path: string;
  id: string;
  title: string;
  /** `<locale>/<category>/<slug>`. */
  article: string;
  /** `edited`: the source changed, and so did the article here. */
  status: "imported" | "changed" | "unchanged" | "edited";
  published: boolean;
};

/** What an import did, or would do in a dry run. */
export type ImportReport = {
  source: string;
  dryRun: boolean;
  files: FileResult[];
  refused: Refusal[];
  remarks: Remark[];
  /** Imported before, and no longer in the folder. */
  gone: string[];
  newCategories: string[];
  pictures: number;
  tookMs: number;
};

/** Longer lists are cut in the table; `--json` has them whole. */
const shown = 60;

/** How many files had which outcome. */
export function counts({ files, refused }: ImportReport): Record<string, number> {
  const of = (status: string): number => files.filter((file) => file.status === status).length;
  return {
    imported: of("imported"),
    changed: of("changed"),
    unchanged: of("unchanged"),
    refused: refused.length,
  };
}

/** The report as a person reads it in a terminal. */
export function reportText(report: ImportReport): string {
  const { source, dryRun, refused, remarks, gone, newCategories, pictures, files, tookMs } = report;
  const drafts = files.filter(({ published }) => !published).length;
  const lines = [
    dryRun ? `Import of ${source}: a trial, nothing was written` : `Import of ${source}`,
    "",
    ...table(Object.entries(counts(report)).map(([name, count]) => [name, String(count)])),
    ...(drafts > 0 ? [`${drafts} of them are drafts and not published.`] : []),
    ...(newCategories.length > 0 ? ["", `New categories: ${newCategories.join(", ")}`] : []),
    ...(pictures > 0 ? [`Pictures: ${pictures}`] : []),
    ...section(
      "Refused",
      refused.map(({ path, reason }) => [path, reason]),
    ),
    ...section(
      "Worth a look",
      remarks.map(({ path, remark }) => [path, remark]),
    ),
    ...section(
      "No longer in the folder; their articles were left as they are",
      gone.map((path) => [path]),
    ),
    "",
    `${(tookMs / 1000).toFixed(1)} s`,
  ];
  return lines.join("\n");
}

function section(title: string, rows: string[][]): string[] {
  if (rows.length === 0) return [];
  const more =
    rows.length > shown ? [`… and ${rows.length - shown} more: --json lists all of them.`] : [];
  return ["", `${title} (${rows.length})`, ...table(rows.slice(0, shown)), ...more];
}

/** Columns side by side, the first as wide as its longest value up to 60 characters. */
function table(rows: string[][]): string[] {
  const width = Math.min(60, Math.max(0, ...rows.map(([first = ""]) => first.length)));
  return rows.map(([first = "", ...rest]) =>
    `  ${first.padEnd(width)}  ${rest.join("  ")}`.trimEnd(),
  );
}
