import { expect, test } from "vitest";
import { type ComparedDay, switchback } from "#server/deflection/switchback.ts";

const from = "2026-11-02";
const dateOf = (i: number) =>
  new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10);

/** Fourteen days: the first week off, the second on, with so many tickets of 100 openings. */
const fortnight = (off: (i: number) => number, on: (i: number) => number): ComparedDay[] =>
  Array.from({ length: 14 }, (_, i) => ({
    day: dateOf(i),
    arm: i < 7 ? "C" : "T",
    openings: 100,
    tickets: i < 7 ? off(i) : on(i - 7),
  }));

test("compares each weekday with the same one a week later", () => {
  const told = switchback(
    from,
    fortnight(
      (i) => 60 + i,
      (i) => 50 + i,
    ),
  )!;
  expect(told.pairs).toBe(7);
  expect(told.difference).toBeCloseTo(0.1, 10);
  expect(told.upper - told.lower).toBeCloseTo(0, 10);
});

test("says how sure it is of a difference that wavers", () => {
  const told = switchback(
    from,
    fortnight(
      (i) => 60 + 6 * (i % 2),
      () => 55,
    ),
  )!;
  expect(told.lower).toBeLessThan(told.difference);
  expect(told.difference).toBeLessThan(told.upper);
  expect(told.lower).toBeGreaterThan(0);
});

test("leaves out pairs of which a day had no openings, and says nothing of one pair", () => {
  const days = fortnight(
    () => 60,
    () => 50,
  );
  expect(
    switchback(
      from,
      days.map((day, i) => (i === 3 ? { ...day, openings: 0 } : day)),
    )!.pairs,
  ).toBe(6);
  expect(
    switchback(
      from,
      days.filter((_, i) => i % 7 === 0),
    ),
  ).toBeNull();
});
