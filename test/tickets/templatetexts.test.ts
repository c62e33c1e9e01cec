/** What holds for every template a desk begins with, and for filling whatever the texts are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTemplates } from "#server/tickets/templatechecks.ts";
import { defaultTemplates } from "#server/tickets/templatedefaults.ts";
import { fill, placeholdersIn, type Values } from "#server/tickets/templatefill.ts";
import { purposeSchema, type VariableType, variableTypeSchema } from "#server/tickets/templates.ts";
import { format, monday, sample } from "./filled.ts";

const { templates } = defaultTemplates;
const texts = templates.flatMap(({ id, body }) => [
  [id, "en", body.en] as const,
  [id, "zh", body.zh] as const,
]);

describe("the templates a desk begins with", () => {
  test("nothing speaks against them, and there is one for every purpose", () => {
    expect(checkTemplates(defaultTemplates)).toEqual([]);
    const purposes = new Set(templates.map(({ purpose }) => purpose));
    expect(purposeSchema.options.filter((one) => !purposes.has(one))).toEqual(["custom"]);
  });

  test.each(texts)("%s (%s) promises no vague time and doesn't shout", (_, __, text) => {
    expect(text).not.toMatch(/尽快|马上|稍后|立即|立刻|第一时间|\bASAP\b|\bsoon|shortly|[!！]/i);
  });

  test.each(texts.filter(([, locale]) => locale === "zh"))("%s (%s) is Chinese", (_, __, text) => {
    const sentences = text.replace(/\{\{.*?\}\}/g, "");
    expect(sentences).not.toMatch(/[a-z]|[,.;?]/i);
    expect(sentences).not.toMatch(/你/);
  });

  test.each(templates.map((one) => [one.id, one] as const))("%s is full when filled", (_, one) => {
    for (const locale of ["en", "zh"] as const) {
      const { text, missing } = fill(one, locale, sample(one), format);
      expect(missing).toEqual([]);
      expect(text).not.toContain("{{");
    }
  });
});

const plain = fc.stringMatching(/^[^{}]*$/);
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const label = { en: "x", zh: "x" };

const anyOf: Record<VariableType, fc.Arbitrary<string | number | Date>> = {
  text: fc.string().filter((text) => text.trim() !== ""),
  time: fc.date({ min: monday, noInvalidDate: true, max: new Date("2030-01-01T00:00:00Z") }),
  duration: fc.integer({ min: 1, max: 10_000_000 }),
  number: fc.integer(),
  link: fc.webUrl(),
};

/** A text with places in it, its variables, and a value for each of them. */
const letter = fc
  .uniqueArray(fc.tuple(name, fc.constantFrom(...variableTypeSchema.options)), {
    selector: ([one]) => one,
    minLength: 1,
    maxLength: 5,
  })
  .chain((chosen) =>
    fc.record({
      chosen: fc.constant(chosen),
      values: fc.tuple(...chosen.map(([, type]) => anyOf[type])),
      between: fc.array(plain, { minLength: chosen.length + 1, maxLength: chosen.length + 1 }),
    }),
  )
  .map(({ chosen, values, between }) => {
    const text = chosen.reduce((sum, [one], i) => `${sum}{{${one}}}${between[i + 1]}`, between[0]!);
    const variables = chosen.map(
      ([one, type]) => ({ name: one, type, label, fill: "by_hand" }) as const,
    );
    const given = chosen.map(([one], i) => [one, values[i]!] as const);
    return { body: { en: text, zh: text }, variables, given, between };
  });

const written = (type: VariableType, value: string | number | Date): string => {
  if (value instanceof Date) return format.time(value, "zh");
  if (typeof value === "string") return value.trim();
  return type === "duration" ? format.duration(value, "zh") : format.number(value, "zh");
};

describe("filling", () => {
  test("loses no value and no word, and keeps their order", () => {
    fc.assert(
      fc.property(letter, ({ body, variables, given, between }) => {
        const { text, missing } = fill(
          { body, variables },
          "zh",
          Object.fromEntries(given),
          format,
        );
        const parts = given.map(([, value], i) => written(variables[i]!.type, value));
        expect(text).toBe(parts.reduce((sum, part, i) => sum + part + between[i + 1], between[0]!));
        expect(missing).toEqual([]);
      }),
    );
  });

  test("leaves no placeholder when nothing is missing, and all that are missing", () => {
    fc.assert(
      fc.property(letter, fc.nat(), ({ body, variables, given }, seed) => {
        const kept = given.filter((_, i) => (seed >> i) % 2 === 0);
        const clean = kept.map(([one, value]) => [
          one,
          typeof value === "string" ? `a${value.replaceAll(/[{}]/g, "")}` : value,
        ]);
        const { text, missing } = fill(
          { body, variables },
          "en",
          Object.fromEntries(clean),
          format,
        );
        expect(text.includes("{{")).toBe(missing.length > 0);
        expect(placeholdersIn(text)).toEqual(missing);
        expect(missing).toEqual(given.filter((one) => !kept.includes(one)).map(([one]) => one));
      }),
    );
  });

  test("doesn't mind the order in which values come", () => {
    fc.assert(
      fc.property(letter, ({ body, variables, given }) => {
        const filledBy = (values: Values) => fill({ body, variables }, "en", values, format);
        const backwards = Object.fromEntries([...given].reverse());
        expect(filledBy(backwards)).toEqual(filledBy(Object.fromEntries(given)));
      }),
    );
  });

  test("takes what a customer wrote as text, whatever braces stand in it", () => {
    const variables = ["a", "b"].map(
      (one) => ({ name: one, type: "text", label, fill: "by_hand" }) as const,
    );
    const body = { en: "{{a}} {{ b }} $&", zh: "" };
    const values = { a: "{{b}} $1", b: "{{a}}" };
    expect(fill({ body, variables }, "en", values, format).text).toBe("{{b}} $1 {{a}} $&");
  });
});
