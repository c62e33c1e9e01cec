import { createHmac } from "node:crypto";
import { z } from "zod";
import { assignArm, lot } from "#server/deflection/holdout.ts";
import type { Suite, Vector } from "./suite.ts";

const shape = z.object({
  vectors: z.array(
    z.object({
      key: z.string(),
      epoch: z.string(),
      unit: z.string(),
      u: z.number(),
      arm_at_5pct: z.enum(["T", "C"]),
    }),
  ),
  first_holdout_units: z.array(z.string()).optional(),
  holdout_of_100000: z.number().optional(),
});

const hmac = (key: string) => (message: string) =>
  createHmac("sha256", key).update(message).digest();
const held = (n: number) =>
  Array.from({ length: n }, (_, i) => `n${i}`).filter(
    (unit) => assignArm(hmac("test-key"), "2026-11", unit, 0.05) === "C",
  );

const suite: Suite = {
  accepts: (_file, data) => shape.safeParse(data).success,
  vectors(data) {
    const { vectors, first_holdout_units: first, holdout_of_100000: total } = shape.parse(data);
    const units = vectors.map(
      ({ key, epoch, unit, u, arm_at_5pct }): Vector => ({
        id: `holdout ${epoch}|${unit}`,
        kind: "holdout",
        expected: { u, arm: arm_at_5pct },
        run: () => ({
          u: Number(lot(hmac(key), epoch, unit).toFixed(9)),
          arm: assignArm(hmac(key), epoch, unit, 0.05),
        }),
      }),
    );
    const kind = "holdout of many";
    if (first)
      units.push({
        id: "first units",
        kind,
        expected: first,
        run: () => held(1000).slice(0, first.length),
      });
    if (total)
      units.push({ id: "of 100,000", kind, expected: total, run: () => held(100_000).length });
    return units;
  },
};
export default suite;
