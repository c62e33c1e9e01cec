/** What the page of response times does to a book, without the page. */
import "./browserless.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SlaBook } from "#server/sla/book.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import { defaultPolicy } from "#server/sla/targets.ts";
import { edited, moved } from "../../../src/console/settings/document/edited.ts";
import { isSame } from "../../../src/console/settings/document/localdraft.ts";
import {
  amountOf,
  amountText,
  targetOf,
  timeText,
  units,
} from "../../../src/console/settings/times/amounts.ts";
import { bookChanges } from "../../../src/console/settings/times/bookchanges.ts";
import { setLevelTime, timesOfLevel } from "../../../src/console/settings/times/levels.ts";
import { compare, duesOf } from "../../../src/console/settings/times/preview.ts";

const hours = (n: number) => ({ seconds: n * 3600 });
const wednesday = Date.parse("2026-11-18T02:00:00Z");

/** L2 as a manager sets it: both priorities that have it, at once. */
const fasterL2 = (goal: number, limit: number): SlaBook =>
  edited(defaultBook, ({ policies }) => {
    const [time] = timesOfLevel(policies[0]!, "L2");
    setLevelTime(policies[0]!, time!.cells, { goal: hours(goal), limit: hours(limit) });
  });

describe("amounts", () => {
  test.each([
    [{ seconds: 0 }, "0 s"],
    [{ seconds: 90 }, "90 s"],
    [{ seconds: 900 }, "15 min"],
    [{ seconds: 5400 }, "90 min"],
    [{ seconds: 14_400 }, "4 h"],
    [{ working_days: 1 }, "1 working day"],
    [{ working_days: 3 }, "3 working days"],
  ])("%j is %s", (target, text) => {
    expect(amountText(target)).toBe(text);
  });

  test("a range is goal → limit", () => {
    expect(timeText({ goal: hours(1), limit: hours(3) })).toBe("1 h → 3 h");
    expect(timeText({ limit: hours(3) })).toBe("3 h");
  });

  test("what was read is written back the same", () => {
    const target = fc.oneof(
      fc.record({ seconds: fc.nat(10_000_000) }),
      fc.record({ working_days: fc.integer({ min: 1, max: 365 }) }),
    );
    fc.assert(fc.property(target, (value) => isSame(targetOf(amountOf(value)), value)));
  });

  test("whatever is typed is a target that the schema takes", () => {
    const count = fc.double({ min: 0, max: 10_000, noNaN: true });
    fc.assert(
      fc.property(count, fc.constantFrom(...units), (count, unit) => {
        const target = targetOf({ count, unit });
        const [value] = Object.values(target) as [number];
        return Number.isInteger(value) && value >= ("working_days" in target ? 1 : 0);
      }),
    );
  });
});

describe("levels of care", () => {
  test("L2 is one time for the priorities that have it, L1 differs", () => {
    const shown = (level: "L1" | "L2" | "L3") =>
      timesOfLevel(defaultPolicy, level).map(({ time, cells }) => [
        timeText(time),
        cells.map(({ grade }) => grade).join(" "),
      ]);
    expect(shown("L1")).toEqual([
      ["30 min", "P0"],
      ["1 h", "P1"],
    ]);
    expect(shown("L2")).toEqual([["2 h → 4 h", "P1 P2"]]);
    expect(shown("L3")).toEqual([
      ["2 h → 4 h", "P1"],
      ["12 h → 1 working day", "P3-Q"],
      ["1 working day", "P3-S"],
    ]);
  });

  test("F011 L2 to 1–3 h is told in words, and nothing else changes", () => {
    expect(bookChanges(defaultBook, fasterL2(1, 3))).toEqual([
      { what: "P1 · Substantive reply · L2", before: "2 h → 4 h", after: "1 h → 3 h" },
      { what: "P2 · Substantive reply", before: "2 h → 4 h", after: "1 h → 3 h" },
    ]);
    expect(timesOfLevel(defaultBook.policies[0]!, "L2")[0]!.time.goal).toEqual(hours(2));
  });

  test("a time may lose its goal", () => {
    const book = edited(defaultBook, ({ policies }) => {
      const [time] = timesOfLevel(policies[0]!, "L2");
      setLevelTime(policies[0]!, time!.cells, { limit: hours(3) });
    });
    expect(bookChanges(defaultBook, book)[0]).toMatchObject({ after: "3 h" });
  });
});

describe("preview", () => {
  const sample = { grade: "P2", level: null, at: wednesday } as const;

  test("due times before and after stand side by side", () => {
    const [before, after] = [duesOf(defaultBook, sample)!, duesOf(fasterL2(1, 3), sample)!];
    const moved = compare(before, after).filter((row) => row.before !== row.after);
    expect(moved).toEqual([
      {
        metric: "substantive_reply",
        before: Date.parse("2026-11-18T06:00:00Z"),
        after: Date.parse("2026-11-18T05:00:00Z"),
      },
    ]);
  });

  test("a clock that only one of them has stands alone", () => {
    const without = edited(defaultBook, ({ policies }) => {
      delete policies[0]!.grades.P2.ack;
    });
    const rows = compare(duesOf(defaultBook, sample)!, duesOf(without, sample)!);
    expect(rows.find(({ metric }) => metric === "ack")).toMatchObject({ after: null });
  });

  test("a book that can't be used promises nothing", () => {
    const closed = edited(defaultBook, ({ calendars }) => {
      calendars.working!.week = {};
      calendars.working!.overrides = {};
    });
    expect(duesOf(closed, sample)).toBeNull();
  });

  test("a policy of a tier is asked for its own tickets", () => {
    const book = edited(fasterL2(1, 3), ({ policies }) => {
      policies.push(structuredClone(defaultPolicy));
      Object.assign(policies[0]!, { id: "vip", appliesTo: { tiers: ["vip"] } });
    });
    const due = (tier: string) =>
      duesOf(book, { ...sample, tier })!.find(({ metric }) => metric === "substantive_reply")!;
    expect(due("vip").dueAt).toBe(Date.parse("2026-11-18T05:00:00Z"));
    expect(due("normal").dueAt).toBe(Date.parse("2026-11-18T06:00:00Z"));
  });
});

describe("policies in words", () => {
  const withVip = edited(defaultBook, ({ policies }) => {
    policies.unshift({
      ...structuredClone(defaultPolicy),
      id: "vip",
      appliesTo: { tiers: ["vip"] },
    });
  });

  test("one that is added or removed", () => {
    const added = { what: "Policy", before: null, after: "vip" };
    expect(bookChanges(defaultBook, withVip)).toEqual([added]);
    expect(bookChanges(withVip, defaultBook)).toEqual([{ ...added, before: "vip", after: null }]);
  });

  test("who it is for, its basis, a calendar, and what stops it", () => {
    const changed = edited(withVip, ({ policies: [vip] }) => {
      vip!.appliesTo = { tiers: ["vip"], locales: ["zh"] };
      vip!.quadrantBasis = "wall";
      vip!.grades.P2.first_reply!.calendar = "c247";
      vip!.grades.P2.first_reply!.pausedBy = ["waiting_customer"];
    });
    expect(bookChanges(withVip, changed).map(({ what, after }) => `${what}: ${after}`)).toEqual([
      "vip · For: vip · zh",
      "vip · Hours of the quadrant: literal, round the clock",
      "vip · P2 · First reply · Calendar: Round the clock",
      "vip · P2 · First reply · Stands still while: Waiting for customer",
    ]);
  });

  test("another order", () => {
    const third = edited(withVip, ({ policies }) => {
      policies.unshift({ ...structuredClone(policies[0]!), id: "zh" });
    });
    const swapped = { ...third, policies: moved(third.policies, 0, 1) };
    expect(bookChanges(third, swapped)).toEqual([
      {
        what: "Order of the policies",
        before: "zh, vip, For everybody",
        after: "vip, zh, For everybody",
      },
    ]);
    expect(moved([1, 2], 0, -1)).toEqual([1, 2]);
  });
});
