import { expect, test } from "vitest";
import { csvOf } from "#server/insight/csv.ts";
import { shareOf } from "#server/insight/measures.ts";
import { daysOf, endOfToday, periodOf } from "#server/insight/period.ts";
import { dueTimeOf, type StoredClock, standingOf } from "#server/insight/standing.ts";

/** Noon in Shanghai. */
const now = new Date("2026-11-18T04:00:00Z");
const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

const none = { goalAt: null, warnAt: null, dueAt: null, stoppedAt: null, breachedAt: null };
const clock = (over: Partial<StoredClock>): StoredClock => ({
  metric: "resolution",
  state: "running",
  ...none,
  ...over,
});
const running = clock({ dueAt: at(60), warnAt: at(30) });
const paused = clock({ state: "paused" });
const met = clock({ metric: "ack", state: "met", dueAt: at(-60), stoppedAt: at(-90) });

test.each<[string, StoredClock[], string]>([
  ["nothing promised", [], "idle"],
  ["everything met", [met], "idle"],
  ["one runs", [met, running], "running"],
  ["one runs, another waits", [paused, running], "running"],
  ["all wait", [met, paused], "paused"],
  ["80 % are used", [clock({ dueAt: at(60), warnAt: at(-1) })], "at_risk"],
  ["past its goal", [clock({ dueAt: at(60), goalAt: at(-1) })], "at_risk"],
  ["late, and no sweep has come", [clock({ dueAt: at(-1) })], "breached"],
  [
    "late, though answered since",
    [clock({ state: "breached", dueAt: at(-9), breachedAt: at(-9), stoppedAt: at(-5) }), running],
    "breached",
  ],
])("%s", (_, clocks, state) => expect(standingOf(clocks, now)).toBe(state));

test.each<[number | null, string]>([
  [null, "no_due"],
  [-1, "overdue"],
  [0, "next_hour"],
  [60, "next_hour"],
  [61, "today"],
  [12 * 60 - 1, "today"],
  [12 * 60, "later"],
])("due in %s minutes at noon: %s", (minutes, told) =>
  expect(dueTimeOf(minutes === null ? null : at(minutes), now)).toBe(told),
);

test("a day is the desk's own", () => {
  expect(endOfToday(now).toISOString()).toBe("2026-11-18T16:00:00.000Z");
  const { start, end } = periodOf({ from: "2026-11-18", to: "2026-11-19" });
  expect([start, end].map((time) => time.toISOString())).toEqual([
    "2026-11-17T16:00:00.000Z",
    "2026-11-19T16:00:00.000Z",
  ]);
  expect(daysOf({ from: "2026-02-27", to: "2026-03-01" })).toEqual([
    "2026-02-27",
    "2026-02-28",
    "2026-03-01",
  ]);
});

test.each([
  [0, 0, "counts"],
  [2, 4, "counts"],
  [2, 5, "greyed"],
  [9, 29, "greyed"],
  [9, 30, "value"],
] as const)("%i of %i is shown as %s", (x, n, show) => {
  expect(shareOf("explicit_rate", x, n).show).toBe(show);
});

test("a share has Wilson's interval", () => {
  const { rate, lower, upper } = shareOf("explicit_rate", 3, 9);
  expect([rate, lower, upper].map((value) => value!.toFixed(4))).toEqual([
    "0.3333",
    "0.1206",
    "0.6458",
  ]);
});

test("a file quotes what has to be quoted, and nothing in it calculates", () => {
  const rows = [
    { a: 'say "no", now', b: 3, c: null },
    { a: "=1+1", b: -2, c: new Date(0) },
    { a: "两行\n文字", b: 0, c: null },
  ];
  expect(csvOf(["a", "b", "c"], rows)).toBe(
    '\uFEFFa,b,c\r\n"say ""no"", now",3,\r\n\'=1+1,-2,1970-01-01T00:00:00.000Z\r\n"两行\n文字",0,\r\n',
  );
});
