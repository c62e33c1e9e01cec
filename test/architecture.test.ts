/** The table of docs/architecture.md, held true: who may import whom, and who may touch what. */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const files = globSync(["server/**/*.ts", "src/**/*.{ts,tsx,astro}", "content/*.ts"], {
  cwd: root,
  exclude: ["server/generated/**", "src/i18n/paraglide/**"],
});

type Import = { from: string; to: string; isType: boolean };

/** Every import of a file, with package imports and relative paths resolved to paths from the root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g,
  );
  return [...statements].map(([, type, named, dynamic]) => ({
    from: file,
    to: resolved(file, (named ?? dynamic)!),
    isType: Boolean(type),
  }));
}

function resolved(file: string, name: string): string {
  const packages: Record<string, string> = { "#messages": "messages", "#prisma": "prisma-client" };
  if (packages[name]) return packages[name];
  if (name.startsWith("#")) return name.slice(1);
  return name.startsWith(".") ? relative(root, resolve(root, dirname(file), name)) : name;
}

type Layer = "rule" | "repo" | "service" | "router" | "http" | "wiring" | "other";

function layerOf(file: string): Layer {
  if (!file.startsWith("server/")) return "other";
  if (dirname(file) === "server") return "wiring";
  const suffix = /\.(repo|service|router|http)\.ts$/.exec(basename(file))?.[1];
  return (suffix as Layer | undefined) ?? "rule";
}

const isLocal = (to: string) => /^(server|src|content|prisma|test)\//.test(to);
const inServer = (to: string) => to.startsWith("server/");

/** Packages that only compute: they may stand in a rule. */
const purePackages = [
  "zod",
  "yaml",
  "unified",
  "remark",
  "remark-gfm",
  "remark-directive",
  "remark-cjk-friendly/serializeOnly",
  "remark-parse",
  "remark-stringify",
  "mdast",
  "mdast-util-to-string",
  "unist-util-visit",
  "altcha-lib",
  "opencc-js/t2cn",
  "pinyin-pro",
  "chinese-days/dist/chinese-days.json",
  "date-holidays",
  "ical.js",
];

/** Wiring that a layer may know besides the layers below it. */
const allowedWiring: Partial<Record<Layer, string[]>> = {
  rule: ["errors"],
  repo: ["db", "errors"],
  service: [
    "deps",
    "db",
    "errors",
    "events",
    "live",
    "links",
    "reactions",
    "reactions.triage",
    "prepare",
    "stale",
    "jobs",
    "problemtext",
  ],
  router: ["trpc", "errors"],
  http: ["deps", "errors", "language", "links", "problemtext", "trpc"],
};

const allowedLayers: Partial<Record<Layer, Layer[]>> = {
  rule: ["rule"],
  repo: ["rule", "repo"],
  service: ["rule", "repo", "service"],
  router: ["rule", "service"],
  http: ["rule", "repo", "service"],
};

function complaints(file: string): string[] {
  const layer = layerOf(file);
  const layers = allowedLayers[layer];
  if (!layers) return [];
  return importsOf(file).flatMap(({ to, isType }) => {
    const told = (why: string) => [`${file} imports ${to}: ${why}`];
    if (to === "messages") return [];
    if (to === "prisma-client") return layer === "repo" ? [] : told("only storage knows Prisma");
    if (!isLocal(to))
      return layer === "rule" && !isType && !purePackages.includes(to)
        ? told("a rule only computes")
        : [];
    if (!inServer(to)) return [];
    const target = layerOf(to);
    if (target === "wiring") {
      const known = allowedWiring[layer]!.includes(basename(to, ".ts"));
      return known || isType ? [] : told(`a ${layer} doesn't know this wiring`);
    }
    // What a router takes from storage is a name of a view or a schema, never a function.
    if (
      layer === "router" &&
      target === "repo" &&
      /Views|Schema/.test(readFileSync(join(root, file), "utf8"))
    )
      return [];
    return layers.includes(target) || isType ? [] : told(`a ${layer} doesn't know a ${target}`);
  });
}

describe("the folder says the feature, the suffix says the layer", () => {
  test("imports go one way", () => {
    expect(files.flatMap(complaints)).toEqual([]);
  });

  test("src takes nothing of the server but types, clocks' rules and what both sides agreed on", () => {
    // The composer warns and fills templates while somebody types, so both is done in the browser as well.
    const shared =
      /^server\/(sla\/|(router|escalation\/(ladder|oncall)|triage\/wording|deflection\/(beacon|question)|tickets\/(promise|ticket|channels|templates|templatefill|purposes|scope|duration|exacttime)|teamwork\/taskrules|attachments\/filetype|forms\/settings)\.ts$)/;
    const taken = files
      .filter((file) => file.startsWith("src/"))
      .flatMap(importsOf)
      .filter(({ to, isType }) => inServer(to) && !shared.test(to) && !isType);
    expect(taken).toEqual([]);
  });

  test("the server has no circle of imports", () => {
    expect(circles()).toEqual([]);
  });

  test("nothing is called utils, helpers, common, misc or types", () => {
    const banned = /(^|\/)(utils?|helpers?|common|misc|types)(\/|\.[a-z]+$)/;
    expect(files.filter((file) => banned.test(file))).toEqual([]);
  });

  test("no file is longer than 320 lines", () => {
    const others = globSync(["test/**/*.ts", "bench/*.ts", "prisma/**/*.ts"], { cwd: root });
    const lengths = [...files, ...others].map(
      (file) => [file, readFileSync(join(root, file), "utf8").split("\n").length] as const,
    );
    expect(lengths.filter(([, lines]) => lines > 320)).toEqual([]);
  });
});

function circles(): string[] {
  const server = files.filter((file) => file.startsWith("server/"));
  const graph = new Map(
    server.map((file) => [
      file,
      importsOf(file)
        .filter(({ isType, to }) => !isType && inServer(to))
        .map(({ to }) => to),
    ]),
  );
  const found: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" → "));
    else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    }
  };
  const done = new Set<string>();
  for (const file of server) visit(file, []);
  return found;
}

describe("one place for each power", () => {
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  const sources = files.map((file) => ({
    file,
    text: code(readFileSync(join(root, file), "utf8")),
  }));
  const using = (pattern: RegExp, where: RegExp) =>
    sources
      .filter(({ file, text }) => where.test(file) && pattern.test(text))
      .map(({ file }) => file);

  test("only now.ts reads the clock on the server", () => {
    expect(using(/new Date\(\)|Date\.now\(\)/, /^server\//)).toEqual(["server/now.ts"]);
  });

  test("only the start and what it starts read the environment", () => {
    const readers = using(/process\.env/, /^server\//);
    expect(readers.sort()).toEqual([
      "server/import.ts",
      "server/postgres.ts",
      "server/prepare.ts",
      "server/siteverify.ts",
      "server/start.ts",
      "server/verify.ts",
      "server/verifymeasures.ts",
    ]);
  });

  test("only one module writes the content folder", () => {
    // The importer is the other one who asks it to write; nobody else makes one.
    expect(using(/openContentFiles/, /^server\/.+\//).sort()).toEqual([
      "server/articles/import.service.ts",
      "server/publishing/contentfiles.service.ts",
    ]);
  });

  test("no catch inside a feature swallows a fault without a reason", () => {
    const silent = files.filter(
      (file) =>
        /^server\/.+\//.test(file) &&
        /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(silent).toEqual([]);
  });
});
