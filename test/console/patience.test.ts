import { describe, expect, test } from "vitest";
import {
  every,
  heardAgain,
  isAway,
  pauseAfter,
  untilItIsBack,
} from "../../src/console/patience.ts";

const unreachable = new TypeError("Failed to fetch");
const refused = (httpStatus: number) => Object.assign(new Error("no"), { data: { httpStatus } });
const missed = (errorUpdateCount: number, error: unknown = unreachable) => ({
  state: { error, errorUpdateCount },
});

test("the pauses grow from two seconds to thirty", () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(pauseAfter)).toEqual([
    2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
  ]);
});

test.each([
  ["a lost connection", unreachable, true],
  ["a server that lost its database", refused(503), true],
  ["a fault of ours", refused(500), true],
  ["a ticket that isn't there", refused(404), false],
  ["an ended session", refused(401), false],
  ["nothing", null, false],
])("%s is asked again: %#", (_, error, again) => {
  expect(isAway(error)).toBe(again);
  expect(untilItIsBack(missed(1, error)) !== false).toBe(again);
});

describe("a query", () => {
  test("begins with short pauses again after it was answered", () => {
    const query = missed(4);
    expect(untilItIsBack(query)).toBe(16_000);
    query.state.error = null;
    heardAgain(query);
    expect(untilItIsBack(query)).toBe(false);
    Object.assign(query.state, { error: unreachable, errorUpdateCount: 5 });
    expect(untilItIsBack(query)).toBe(2000);
  });

  test("that is read again anyway comes sooner while the server is away", () => {
    expect(every(60_000)(missed(0, null))).toBe(60_000);
    expect(every(60_000)(missed(2))).toBe(4000);
  });
});
