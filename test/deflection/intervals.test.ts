import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleRatio, sampleSize } from "#server/deflection/experiment.ts";
import { newcombe, promoterScore, relativeReduction, wilson } from "#server/deflection/interval.ts";
import { tailPoint, twoSidedTail } from "#server/deflection/normal.ts";
import { dispersionOf, falseDiscovery, isCalm, surge } from "#server/incidents/surge.ts";

const share = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

describe("intervals", () => {
  test("nothing out of nothing is no rate", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(newcombe({ x: 0, n: 0 }, { x: 1, n: 2 })).toBeNull();
    expect(promoterScore(0, 0, 0)).toBeNull();
  });

  test("hold the share and mirror its complement", () => {
    fc.assert(
      fc.property(share, ({ x, n }) => {
        const { lower, upper } = wilson(x, n)!;
        const mirrored = wilson(n - x, n)!;
        expect(lower).toBeLessThanOrEqual(x / n + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(x / n - 1e-12);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeCloseTo(1 - mirrored.upper, 10);
      }),
    );
  });

  test("of a difference turn round with the arms", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const there = newcombe(a, b)!;
        const back = newcombe(b, a)!;
        expect(there.lower).toBeCloseTo(-back.upper, 10);
        expect(there.difference).toBeCloseTo(-back.difference, 10);
      }),
    );
  });

  test("the worked example of the specification", () => {
    const control = { x: 540, n: 750 };
    const treatment = { x: 8550, n: 14_250 };
    const { difference, lower, upper } = newcombe(control, treatment)!;
    expect([difference, lower, upper].map((d) => Math.round(treatment.n * d))).toEqual([
      1710, 1223, 2166,
    ]);
    expect(relativeReduction(control, treatment)!.reduction).toBeCloseTo(1 / 6, 10);
  });
});

describe("the normal distribution", () => {
  test.each([
    [0, 1],
    [1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [2.0000001, 0.04550025309],
    [5, 5.733031437583892e-7],
    [10, 1.523970604832105e-23],
  ])("tail beyond %f", (z, p) => {
    expect(Math.abs(twoSidedTail(z) / p - 1)).toBeLessThan(1e-9);
  });

  test("its two forms meet, and the point of a tail leads back", () => {
    expect(twoSidedTail(2 - 1e-12)).toBeCloseTo(twoSidedTail(2), 11);
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.999, noNaN: true }), (p) => {
        expect(Math.abs(twoSidedTail(tailPoint(p)) / p - 1)).toBeLessThan(1e-6);
      }),
    );
  });
});

describe("the experiment", () => {
  test("needs the fewest openings in all when both arms are equal", () => {
    const total = (h: number) => {
      const { control, treatment } = sampleSize(0.6, 0.05, h);
      return control + treatment;
    };
    expect(total(0.5)).toBe(3068);
    expect(total(0.05)).toBe(16_220);
  });

  test("is broken when the arms don't have their sizes", () => {
    expect(sampleRatio(900, 14_100, 0.05)).toMatchObject({ broken: true });
    expect(sampleRatio(0, 0, 0.05)).toEqual({ p: 1, broken: false });
  });
});

describe("a wave of tickets", () => {
  test("many tickets below the usual are no wave", () => {
    const quiet = surge(900, 70_000, 7);
    expect(quiet).toMatchObject({ eligible: false, fires: false });
    expect(quiet.p).toBeGreaterThan(0.99);
  });

  test("is over when the count is back near the usual", () => {
    expect(isCalm(10, 70, 7)).toBe(true);
    expect(isCalm(11, 70, 7)).toBe(false);
  });

  test("days without tickets are not wild", () => {
    expect(dispersionOf([0, 0, 0])).toBe(1);
    expect(dispersionOf([])).toBe(1);
  });

  test("the exact test agrees with counting", () => {
    // P(Bin(7, 1/2) ≥ 5) = 29/128
    expect(surge(5, 2, 1).p).toBeCloseTo(29 / 128, 12);
  });

  test("more tests at once ask for more from each", () => {
    expect(falseDiscovery([0.04])).toEqual([0]);
    expect(falseDiscovery([0.04, 0.9])).toEqual([]);
    expect(falseDiscovery([])).toEqual([]);
  });
});
