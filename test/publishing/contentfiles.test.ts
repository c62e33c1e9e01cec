import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ContentFile, openContentFiles } from "#server/publishing/contentfiles.service.ts";

let home: string;
let content: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "content-"));
  content = join(home, "content");
  mkdirSync(content);
});
afterEach(() => rmSync(home, { recursive: true }));

describe("the writer of the folder", () => {
  const place = { locale: "en" as const, category: "setup", slug: "hub" };

  test.each([
    [{ kind: "article", place: { ...place, slug: "../hub" }, text: "" }],
    [{ kind: "article", place: { ...place, category: ".." }, text: "" }],
    [{ kind: "article", place: { ...place, locale: "fr" }, text: "" }],
    [{ kind: "media", name: "../hub.png", bytes: new Uint8Array() }],
    [{ kind: "media", name: "3f2a3f2a3f2a3f2a.html", bytes: new Uint8Array() }],
  ])("refuses %j", async (file) => {
    const files = await openContentFiles(content);
    await expect(files.write([file as ContentFile])).rejects.toThrow("front_matter_invalid");
  });

  test("does not follow a folder that leads away", async () => {
    mkdirSync(join(home, "away"));
    symlinkSync(join(home, "away"), join(content, "en"));
    const files = await openContentFiles(content);
    await expect(files.write([{ kind: "article", place, text: "x" }])).rejects.toThrow(
      "front_matter_invalid",
    );
    expect(readdirSync(join(home, "away"))).toEqual([]);
  });

  test("replaces a file whole, leaves nothing beside it, and removes it", async () => {
    const files = await openContentFiles(content);
    const write = (text: string) => files.write([{ kind: "article", place, text }]);
    await write("one");
    await Promise.all([write("two"), write("two")]);
    expect(readFileSync(join(content, "en/setup/hub.md"), "utf8")).toBe("two");
    expect(readdirSync(join(content, "en/setup"))).toEqual(["hub.md"]);
    await files.remove(place);
    await files.remove(place);
    expect(readdirSync(join(content, "en/setup"))).toEqual([]);
  });
});
