import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";

/** A knowledge base in a folder of its own, for as long as a test needs it. */
export function openShelf() {
  const dir = mkdtempSync(join(tmpdir(), "shelf-"));
  for (const name of globSync("*.yml", { cwd: "content" })) {
    cpSync(join("content", name), join(dir, name));
  }
  return {
    dir,
    /** Writes a file as it is. */
    put(path: string, text: string) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    },
    /** Writes `<place>.md` with a front matter that is complete but for `fields`. */
    article(place: string, fields: Record<string, unknown>, body = "Text.\n") {
      const front = { id: "kb-0001", title: place, created: "2026-01-02", ...fields };
      this.put(`${place}.md`, `---\n${stringify(front)}---\n${body}`);
    },
    remove: (path: string) => rmSync(join(dir, path)),
    close: () => rmSync(dir, { recursive: true }),
  };
}
