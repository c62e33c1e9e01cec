import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { assignArm, holdoutEpoch, lot } from "#server/deflection/holdout.ts";

const hmac = (message: string) => createHmac("sha256", "test-key").update(message).digest();

test("a unit keeps its arm within the epoch, and switched off means nobody is held out", () => {
  fc.assert(
    fc.property(fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), (unit, share) => {
      expect(assignArm(hmac, "2026-11", unit, share)).toBe(assignArm(hmac, "2026-11", unit, share));
      expect(assignArm(hmac, "2026-11", unit, 0)).toBe("T");
      expect(assignArm(hmac, "2026-11", unit, 1)).toBe("C");
      expect(lot(hmac, "2026-11", unit)).toBeLessThan(1);
    }),
  );
});

test("known people are drawn by the month, visit keys by the day", () => {
  expect(holdoutEpoch("2026-11-21", true)).toBe("2026-11");
  expect(holdoutEpoch("2026-11-21", false)).toBe("2026-11-21");
});

test("the lowest lot is held out by any share but none by a share of nothing", () => {
  const lowest = () => new Uint8Array(32);
  expect(assignArm(lowest, "2026-11", "v1", 0)).toBe("T");
  expect(assignArm(lowest, "2026-11", "v1", 1e-9)).toBe("C");
});
