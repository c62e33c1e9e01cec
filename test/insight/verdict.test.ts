import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge, meanChange, shareChange } from "#server/insight/verdict.ts";

const above = { at: 0.75, better: "above" } as const;
const below = { at: 1800, better: "below" } as const;

describe("colour only where the interval lies wholly on one side", () => {
  test.each([
    ["F091 good", 100, 0.76, 0.9, above, "good"],
    ["F091 touching the target from above", 100, 0.75, 0.9, above, "good"],
    ["F091 bad only when the upper bound lies below", 100, 0.5, 0.749, above, "bad"],
    ["F091 not certain around the target", 100, 0.7, 0.8, above, "uncertain"],
    ["F089 good below half an hour", 100, 900, 1700, below, "good"],
    ["F089 bad above it", 100, 1801, 4000, below, "bad"],
    ["F089 not certain around it", 100, 1500, 2500, below, "uncertain"],
    ["F092 too few to judge", 29, 0.9, 0.95, above, "few"],
  ] as const)("%s", (_, n, lower, upper, target, verdict) => {
    expect(judge({ n, lower, upper }, target)).toBe(verdict);
  });

  test("without a target or an interval nothing is judged", () => {
    expect(judge({ n: 100, lower: 0, upper: 1 }, null)).toBeNull();
    expect(judge({ n: 100, lower: null, upper: null }, above)).toBe("few");
  });

  test("a wider interval never turns what is not certain into good or bad", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (a, b, more) => {
        const [lower, upper] = [Math.min(a, b), Math.max(a, b)];
        if (judge({ n: 100, lower, upper }, above) !== "uncertain") return;
        expect(judge({ n: 100, lower: lower - more, upper: upper + more }, above)).toBe(
          "uncertain",
        );
      }),
    );
  });
});

describe("F093 the period before", () => {
  test.each([
    [{ x: 90, n: 100 }, { x: 60, n: 100 }, "up", "good"],
    [{ x: 90, n: 100 }, { x: 60, n: 100 }, "down", "bad"],
    [{ x: 62, n: 100 }, { x: 60, n: 100 }, "up", "uncertain"],
    [{ x: 4, n: 4 }, { x: 60, n: 100 }, "up", "few"],
  ] as const)("of %o beside %o, where %s is better: %s", (now, before, better, told) => {
    expect(shareChange(now, before, better)).toBe(told);
  });

  test("of a mean is told from both intervals", () => {
    const before = { value: 100, lower: 90, upper: 110 };
    expect(meanChange({ value: 60, lower: 50, upper: 70 }, before, "down")).toBe("good");
    expect(meanChange({ value: 95, lower: 85, upper: 105 }, before, "down")).toBe("uncertain");
    expect(meanChange({ value: null, lower: null, upper: null }, before, "down")).toBe("few");
  });
});
