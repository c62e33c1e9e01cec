import { describe, expect, test } from "vitest";
import {
  askedOf,
  askLength,
  deskDay,
  filterOf,
  firstDay,
  lengthOf,
  within,
} from "../../src/console/insight/asked.ts";
import { bucketsOf, highest, onOf, type Point } from "../../src/console/insight/buckets.ts";
import { partsOf, slot } from "../../src/console/insight/Sentence.tsx";

const today = "2026-11-21";

describe("the address of the insight page", () => {
  test.each<[Record<string, unknown>, object]>([
    [{}, { from: "2026-10-23", to: today }],
    [{ days: 7 }, { from: "2026-11-15", to: today }],
    [{ days: 90 }, { from: "2026-08-24", to: today }],
    [{ days: 12 }, { from: "2026-10-23", to: today }],
    [
      { from: "2026-01-01", to: "2026-01-01" },
      { from: "2026-01-01", to: "2026-01-01" },
    ],
    [
      { days: 7, from: "2026-01-01", to: "2026-02-01" },
      { from: "2026-01-01", to: "2026-02-01" },
    ],
    [
      { from: "2026-02-01", to: "2026-01-01" },
      { from: "2026-10-23", to: today },
    ],
    [
      { from: "2026-02-30", to: "2026-03-01" },
      { from: "2026-10-23", to: today },
    ],
    [
      { from: "2025-01-01", to: "2026-11-21" },
      { from: "2026-10-23", to: today },
    ],
    [
      { locale: "zh", category: "invoices" },
      { from: "2026-10-23", to: today, locale: "zh", category: "invoices" },
    ],
    [
      { locale: "fr", category: 3 },
      { from: "2026-10-23", to: today },
    ],
  ])("%o asks for %o", (search, filter) => {
    expect(filterOf(askedOf(search), today)).toEqual(filter);
  });

  test("keeps what is looked into, and forgets what it can't be", () => {
    const asked = askedOf({
      show: "explicit_rate",
      of: "n",
      on: "2026-11-09..2026-11-15",
      page: 3,
    });
    expect(asked).toMatchObject({ show: "explicit_rate", of: "n", page: 3 });
    const wrong = askedOf({ show: "<script>", of: "x", on: "yesterday", page: 1 });
    expect(Object.values(wrong).filter((value) => value !== undefined)).toEqual([]);
  });

  test.each([7, 30, 90] as const)("says %i days and is read as such", (length) => {
    expect(lengthOf(askedOf({ from: today, to: today, ...askLength(length) }))).toBe(length);
  });

  test("has no length for days of one's own", () => {
    expect(lengthOf(askedOf({ days: 7, from: "2026-11-01", to: "2026-11-02" }))).toBeNull();
  });

  test.each([
    ["2026-11-20T15:59:59Z", "2026-11-20"],
    ["2026-11-20T16:00:00Z", "2026-11-21"],
  ])("%s is the desk's %s", (at, day) => {
    expect(deskDay(Date.parse(at))).toBe(day);
  });

  test.each([
    [undefined, { from: "2026-11-01", to: today }],
    ["2026-11-09", { from: "2026-11-09", to: "2026-11-09" }],
    ["2026-11-09..2026-11-15", { from: "2026-11-09", to: "2026-11-15" }],
    ["2026-11-15..2026-11-09", { from: "2026-11-01", to: today }],
    ["2026-13-01", { from: "2026-11-01", to: today }],
  ])("narrows to the bar %s", (on, period) => {
    const filter = { from: "2026-11-01", to: today, locale: "en" as const };
    expect(within(filter, on)).toEqual({ ...filter, ...period });
  });
});

const nothing = {
  submitted: 0,
  late_contact: 0,
  confirmed: 0,
  assumed: 0,
  abandoned: 0,
  pending: 0,
  opened: 0,
  solved: 0,
};

/** Days from a date on; on each, one more ticket than on the day before. */
const daysFrom = (first: string, length: number): Point[] =>
  Array.from({ length }, (_, i) => ({
    ...nothing,
    day: new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10),
    opened: i,
  }));

test.each([
  ["2026-11-01", "2026-11-01"],
  ["2025-10-18", "2025-10-18"],
  ["2025-10-17", "2025-10-18"],
  ["2019-01-01", "2025-10-18"],
])("a period from %s to today begins on %s", (from, first) => {
  expect(firstDay(from, today)).toBe(first);
  expect(filterOf(askedOf({ from: firstDay(from, today), to: today }), today).from).toBe(first);
});

describe("the bars of a chart", () => {
  test("are days up to a hundred", () => {
    const buckets = bucketsOf(daysFrom("2026-08-14", 100));
    expect(buckets).toHaveLength(100);
    expect(onOf(buckets[0]!)).toBe("2026-08-14");
  });

  test("are weeks from Monday to Sunday beyond, cut where the period is, and count the same", () => {
    const days = daysFrom("2026-08-13", 101);
    const buckets = bucketsOf(days);
    expect([buckets[0], buckets[1], buckets.at(-1)].map((bucket) => onOf(bucket!))).toEqual([
      "2026-08-13..2026-08-16",
      "2026-08-17..2026-08-23",
      "2026-11-16..2026-11-21",
    ]);
    const sum = (rows: readonly { opened: number }[]) =>
      rows.reduce((total, { opened }) => total + opened, 0);
    expect(sum(buckets)).toBe(sum(days));
    expect(buckets[0]!.opened).toBe(0 + 1 + 2 + 3);
  });

  test("have a highest, the first of equals; nothing has none", () => {
    const [low, high, same] = bucketsOf(daysFrom("2026-11-01", 3)).map((bucket, i) => ({
      ...bucket,
      opened: Math.min(i, 1),
    }));
    expect(highest([low!, high!, same!], ({ opened }) => opened)).toBe(high);
    expect(highest([low!], ({ opened }) => opened)).toBeNull();
    expect(highest([], ({ opened }) => opened)).toBeNull();
  });
});

test("a sentence falls into texts and slots in turn", () => {
  expect(partsOf(`Of ${slot("n")} people ${slot("x")}.`)).toEqual([
    "Of ",
    "n",
    " people ",
    "x",
    ".",
  ]);
  expect(partsOf(slot("n"))).toEqual(["", "n", ""]);
});
