import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { defaultRuleSet } from "#server/triage/defaults.ts";
import { categorySchema, type Facts } from "#server/triage/facts.ts";
import { lexiconSchema } from "#server/triage/lexicon.ts";
import { triage } from "#server/triage/rules.ts";
import type { RuleSet } from "#server/triage/ruleset.ts";
import type { Suite } from "./suite.ts";

const shape = z.object({
  lexicon: z.record(z.string(), z.array(z.string())),
  weights: z.record(z.string(), z.number()),
  thresholds: z.object({ high: z.number(), medium: z.number() }),
  vectors: z.array(
    z.object({
      id: z.string(),
      input: z.looseObject({
        text: z.string(),
        category: categorySchema.optional(),
        module: z.string().optional(),
      }),
      expect: z.looseObject({ priority: z.string(), fired: z.array(z.string()) }),
    }),
  ),
});
type File = z.output<typeof shape>;

const suite: Suite = {
  accepts: (_file, data) => shape.safeParse(data).success,
  vectors(data) {
    const file = shape.parse(data);
    const set = ruleSetOf(file);
    return file.vectors.map(({ id, input, expect }) => ({
      id,
      kind: "triage",
      expected: expect,
      run: () => told(set, factsOf(input)),
      agrees: (expected, got) => {
        const { tag, tags, ...rest } = got as Record<string, unknown>;
        const asked = Object.keys(expected as object);
        const shown = Object.fromEntries(asked.map((key) => [key, { ...rest, tag, tags }[key]]));
        return isDeepStrictEqual(expected, shown);
      },
    }));
  },
};
export default suite;

/** The default rules with the words, points and modules of the file. */
function ruleSetOf({ lexicon, weights, thresholds, vectors }: File): RuleSet {
  const set = defaultRuleSet();
  const theirs = Object.entries(lexicon).map(([id, zh]) => {
    const known = set.lexicons.find((one) => one.id === id);
    return lexiconSchema.parse({ id, purpose: "", ...known, terms: { en: [], zh } });
  });
  const modules = vectors.flatMap(({ input }) => input.module ?? []);
  const unknown = modules.filter((id) => !set.modules.some((one) => one.id === id));
  return {
    ...set,
    lexicons: [...theirs, ...set.lexicons.filter(({ id }) => !(id in lexicon))],
    emotion: { weights, thresholds },
    modules: [...set.modules, ...unknown.map((id) => ({ id, team: `l2-${id}` }))],
  };
}

const factsOf = ({ category, ...input }: File["vectors"][number]["input"]): Facts => ({
  ...input,
  ...(category && { kind: category }),
});

function told(set: RuleSet, facts: Facts): Record<string, unknown> {
  const { emotion, ...outcome } = triage(set, facts);
  return { ...outcome, emotion: [emotion.score, emotion.level] };
}
