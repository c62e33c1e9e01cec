/** Documents are held true: what they name exists. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodes } from "../server/errors.ts";

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
const documents = ["README.md", ...globSync("docs/**/*.md", { cwd: root })];

describe.each(documents)("%s", (document) => {
  const text = read(document);

  test("names commands that exist", () => {
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !scripts[name])).toEqual([]);
  });

  test("names files that exist", () => {
    const paths = [
      ...text.matchAll(/`((?:server|src|content|prisma|test|bench|docs)\/[\w./-]*)`/g),
    ].map(([, path]) => path!);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

test("the README is one page", () => {
  expect(read("README.md").trim().split("\n").length).toBeLessThanOrEqual(60);
});

test("every command leads to a file", () => {
  const files = Object.values(scripts).flatMap(
    (command) =>
      /(?:node .*?)((?:server|test|bench|prisma|\.ci)\/\S+\.ts)/.exec(command)?.[1] ?? [],
  );
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("every exit code is explained", () => {
  const explained = [...read("docs/operations.md").matchAll(/^\| (\d+) \|/gm)].map(([, code]) =>
    Number(code),
  );
  expect(explained).toEqual(Object.values(exitCodes).sort((a, b) => a - b));
});
