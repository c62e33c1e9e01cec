import { expect, test } from "vitest";
import { readSince, type Since, writeSince } from "#src/islands/ask/since.ts";

// A Saturday by the clock of whoever runs this.
const now = new Date(2026, 10, 21, 15, 30);
const zone = "Asia/Shanghai";

test.each<[Since, string]>([
  [{ kind: "today", text: "" }, "2026-11-21 (Asia/Shanghai)"],
  [{ kind: "yesterday", text: "" }, "2026-11-20 (Asia/Shanghai)"],
  [{ kind: "week", text: "" }, "2026-11-16 – 2026-11-21 (Asia/Shanghai)"],
  [{ kind: "exact", text: "2026-11-03T09:05" }, "2026-11-03 09:05 (Asia/Shanghai)"],
  [{ kind: "words", text: "since the last update" }, "since the last update"],
])("%o is written as %s, and read back", (since, text) => {
  expect(writeSince(since, now, zone)).toBe(text);
  expect(readSince(text, now)).toEqual(since);
});

test("a time that isn't chosen yet is no answer", () => {
  expect(writeSince({ kind: "exact", text: "" }, now, zone)).toBe("");
  expect(readSince("", now)).toEqual({ kind: null, text: "" });
});

test("what was today is yesterday tomorrow", () => {
  const kept = writeSince({ kind: "today", text: "" }, now, zone);
  expect(readSince(kept, new Date(2026, 10, 22, 8)).kind).toBe("yesterday");
});

test("a week begins on Monday, also on a Sunday", () => {
  const sunday = new Date(2026, 10, 22);
  expect(writeSince({ kind: "week", text: "" }, sunday, "UTC")).toBe(
    "2026-11-16 – 2026-11-22 (UTC)",
  );
});
