/** What was asked for, row by row, beside what holds it: tests by their titles, or a benchmark. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** `seed` names the text the row was taken from; `ask` is the wish, `acceptance_test` when it is met. */
export type Requirement = { id: string; seed: string; ask: string; acceptance_test: string };

/** A file of tests and those of its titles that name a row. */
export type Held = { file: string; titles: string[] };

/** Rows that name a speed or a size are held by a benchmark; the README says what each measures. */
export const benchmarks: Record<string, string> = {
  F078: "npm run bench:desk",
  F098: "npm run bench:search",
};

/** Rows of a CSV with a header line; fields may be quoted, then `""` is a quote. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [header, ...lines] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
      ),
    );
  return lines.map((fields) =>
    Object.fromEntries(header!.map((name, index) => [name, fields[index]!])),
  );
}

export const requirements = (): Requirement[] =>
  rowsOf(readFileSync(join(root, "docs/requirements.csv"), "utf8")) as Requirement[];

/** Titles in a file of tests that name a row: any text in it that does, wherever a table puts it. */
export const titlesIn = (source: string): string[] =>
  [...source.matchAll(/(["'`])((?:(?!\1|\\|\n).|\\.)*\bF\d{3}\b(?:(?!\1|\\|\n).|\\.)*)\1/g)].map(
    ([, , title]) => title!.replace(/\\(.)/g, "$1"),
  );

export const idsIn = (title: string): string[] => title.match(/\bF\d{3}\b/g) ?? [];

/** Every file of tests with the titles that name rows. */
export function held(): Held[] {
  return globSync("test/**/*.test.{ts,tsx}", { cwd: root })
    .filter((file) => !file.startsWith("test/requirements/"))
    .sort()
    .map((file) => ({ file, titles: titlesIn(readFileSync(join(root, file), "utf8")) }))
    .filter(({ titles }) => titles.length > 0);
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

function holding(id: string, all: readonly Held[]): string {
  const tests = all.flatMap(({ file, titles }) => {
    const own = new Set(titles.filter((title) => idsIn(title).includes(id)));
    return own.size > 0 ? [`\`${file}\`: ${[...own].map(cell).join(" · ")}`] : [];
  });
  const bench = benchmarks[id];
  const held = [...tests, ...(bench ? [`\`${bench}\``] : [])];
  return held.length > 0 ? held.join("<br>") : "open";
}

/** docs/requirements.md as it has to be now. */
export function page(rows: readonly Requirement[], all: readonly Held[]): string {
  const lines = rows.map(({ id, ask, acceptance_test }) => {
    return `| ${id} | ${cell(ask)} | ${cell(acceptance_test)} | ${holding(id, all)} |`;
  });
  const open = lines.filter((line) => line.endsWith("| open |")).length;
  return `# What was asked for

Made from \`docs/requirements.csv\` and the titles of the tests by \`npm run requirements\`; a test keeps
it so. A test holds of a row what its title says, which may be a part of it. A row that neither a test
nor a benchmark names is open.

${rows.length} rows: ${rows.length - open} held, ${open} open.

| row | ask | met when | held by |
|---|---|---|---|
${lines.join("\n")}
`;
}
