import { z } from "zod";
import { sampleRatio, sampleSize } from "#server/deflection/experiment.ts";
import { newcombe, promoterScore, relativeReduction, wilson } from "#server/deflection/interval.ts";
import { dispersionOf, falseDiscovery, surge } from "#server/incidents/surge.ts";
import type { Suite, Vector } from "./suite.ts";

const share = z.tuple([z.number(), z.number()]).transform(([x, n]) => ({ x, n }));
const arms = z.object({ control: share, treatment: share });
const fixed = (value: number, digits = 4) => Number(value.toFixed(digits));
const significant = (value: number, digits: number) => Number(value.toPrecision(digits));

interface Kind {
  /** The fields of a case that hold what is expected; the others hold what is asked. */
  expected: string[];
  answer: (input: unknown) => Record<string, unknown>;
}

function kind<S extends z.ZodType>(
  expected: string[],
  input: S,
  answer: (input: z.output<S>) => Record<string, unknown>,
): Kind {
  return { expected, answer: (data) => answer(input.parse(data)) };
}

const kinds: Record<string, Kind> = {
  wilson95: kind(["ci"], z.object({ x: z.number(), n: z.number() }), ({ x, n }) => {
    const interval = wilson(x, n);
    return { ci: interval && [fixed(interval.lower), fixed(interval.upper)] };
  }),
  newcombe95: kind(["diff_lo_hi"], arms, ({ control, treatment }) => {
    const d = newcombe(control, treatment);
    return { diff_lo_hi: d && [fixed(d.difference), fixed(d.lower), fixed(d.upper)] };
  }),
  relative: kind(["rel_lo_hi"], arms, ({ control, treatment }) => {
    const r = relativeReduction(control, treatment);
    return { rel_lo_hi: r && [fixed(r.reduction), fixed(r.lower), fixed(r.upper)] };
  }),
  sample_size: kind(
    ["n_control", "n_treatment"],
    z.object({
      p_c: z.number(),
      delta: z.number(),
      holdout: z.number(),
      alpha: z.number(),
      power: z.number(),
    }),
    ({ p_c, delta, holdout, alpha, power }) => {
      const { control, treatment } = sampleSize(p_c, delta, holdout, { alpha, power });
      return { n_control: control, n_treatment: treatment };
    },
  ),
  srm: kind(
    ["p", "alarm"],
    z.object({ n_c: z.number(), n_t: z.number(), h: z.number() }),
    ({ n_c, n_t, h }) => {
      const { p, broken } = sampleRatio(n_c, n_t, h);
      return { p: significant(p, 3), alarm: broken };
    },
  ),
  surge: kind(
    ["growth", "p", "fire"],
    z.object({ x: z.number(), b: z.number(), m: z.number(), phi: z.number() }),
    ({ x, b, m, phi }) => {
      const { growth, p, fires } = surge(x, b, m, phi);
      return { growth: growth && fixed(growth), p: significant(p, 4), fire: fires };
    },
  ),
  dispersion: kind(["phi"], z.object({ windows: z.array(z.number()) }), ({ windows }) => ({
    phi: fixed(dispersionOf(windows)),
  })),
  bh: kind(["reject"], z.object({ p: z.array(z.number()), q: z.number() }), ({ p, q }) => ({
    reject: falseDiscovery(p, q),
  })),
  nps: kind(
    ["nps_lo_hi"],
    z.object({ promoters: z.number(), passives: z.number(), detractors: z.number() }),
    ({ promoters, passives, detractors }) => {
      const n = promoterScore(promoters, passives, detractors);
      return { nps_lo_hi: n && [fixed(n.score, 1), fixed(n.lower, 1), fixed(n.upper, 1)] };
    },
  ),
};

const shape = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));

const suite: Suite = {
  accepts: (_file, data) => {
    const parsed = shape.safeParse(data);
    return parsed.success && Object.keys(parsed.data).some((key) => key in kinds);
  },
  vectors: (data) =>
    Object.entries(shape.parse(data)).flatMap(([key, cases]) =>
      cases.map((one, i): Vector => vector(key, `${key} ${i + 1}`, one)),
    ),
};
export default suite;

function vector(key: string, id: string, one: Record<string, unknown>): Vector {
  const { expected: fields = [], answer } = kinds[key] ?? {};
  const expected = Object.fromEntries(fields.map((field) => [field, one[field]]));
  return { id, kind: key, expected, run: answer ? () => answer(one) : null };
}
