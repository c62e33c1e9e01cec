import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCalendars } from "#server/sla/defaults.ts";
import { defaultTemplates } from "#server/tickets/templatedefaults.ts";
import {
  type Around,
  looksSubstantive,
  neededBy,
  valuesOf,
  written,
} from "#src/console/ticket/composer/filling.ts";
import { opensAfter } from "#src/console/ticket/composer/hours.ts";
import { namesIn, retyped, segmentsOf, textOf } from "#src/console/ticket/composer/segments.ts";

const template = (id: string) => defaultTemplates.templates.find((one) => one.id === id)!;
const instant = (time: string) => new Date(`2026-11-${time}+08:00`);

/** Monday at ten; noon is promised already, two o'clock is chosen now. */
const around: Around = {
  now: instant("23T10:00"),
  ticketNumber: 10_042,
  customerName: "Grace Miller",
  agentName: "Mia Hartmann",
  promiseAt: instant("23T14:00"),
  firstReplyDueAt: null,
  article: null,
  standing: instant("23T12:00"),
  locale: "en",
  timeZone: "Asia/Shanghai",
};

/** A template as it stands in the field, after its places were filled by hand. */
function begin(
  id: string,
  values: Record<string, string | number> = {},
  over: Partial<Around> = {},
) {
  const where = { ...around, ...over };
  const source = segmentsOf(template(id).body[where.locale]);
  const write = written(template(id), valuesOf(template(id), { values }, where), where);
  const missing = neededBy(template(id), { source }).filter(({ name }) => !write(name));
  return { source, write, text: textOf(source, write), missing: missing.map(({ name }) => name) };
}

describe("a template in the composer", () => {
  test("F025 received: number, hours and time stand in it at once", () => {
    const { text, missing } = begin("received");
    expect(missing).toEqual([]);
    expect(text).toMatch(/number 10042.*within 4 hours, that is by Mon 23 Nov, 14:00 GMT\+8/);
  });

  test("F026 progress: the time is the promise; what was done is asked for", () => {
    expect(begin("progress").missing).toEqual(["action"]);
    expect(begin("progress").text).toContain("{{action}}");
    expect(begin("progress", { action: "The log is read." })).toMatchObject({ missing: [] });
    expect(begin("progress", { action: "x" }, { promiseAt: null }).missing).toEqual(["time"]);
  });

  test("F027 delay: the reason is asked for; how much longer follows from both times", () => {
    expect(begin("delay").missing).toEqual(["reason"]);
    expect(begin("delay", { reason: "stock-taking" }).text).toMatch(
      /We need 2 hours more\. .* by Mon 23 Nov, 14:00/,
    );
    expect(begin("delay", { reason: "x", extra_time: 5400 }).text).toContain("1 hour 30 minutes");
  });

  test("F008 L1 first names the writer as who is in charge, unless somebody else is", () => {
    expect(begin("l1_first").text).toContain("Mia Hartmann is in charge");
    expect(begin("l1_first", { owner: "Tom Okafor" }).text).toContain("Tom Okafor is in charge");
  });

  test("F125 compensation: what, when and by which rules, even where the words were cut out", () => {
    expect(begin("compensation").missing).toEqual(["what", "when", "rules"]);
    const cut = neededBy(template("compensation"), { source: [{ text: "You get a voucher." }] });
    expect(cut.map(({ name }) => name)).toEqual(["what", "when", "rules"]);
    const when = instant("25T12:00").getTime();
    const all = begin("compensation", { what: "A month of Cloud", when, rules: "Until May" });
    expect(all.missing).toEqual([]);
    expect(all.text).toContain("by Wed 25 Nov, 12:00");
  });
});

describe("typing in a text with open places", () => {
  const { source, write, text } = begin("progress");

  test("words around a place change and it keeps following its value", () => {
    const next = retyped(source, write, text.replace("Here is where", "This is where"));
    expect(namesIn(next)).toEqual(["action", "time"]);
    expect(textOf(next, (name) => `<${name}>`)).toMatch(/^This is where .*: <action>\n/);
  });

  test("a place that is written into is words from then on; the others aren't", () => {
    const next = retyped(source, write, text.replace("{{action}}", "{{action}} done"));
    expect(namesIn(next)).toEqual(["action", "time"]);
    const into = retyped(source, write, text.replace("14:00", "15:00"));
    expect(namesIn(into)).toEqual(["action"]);
    expect(textOf(into, write)).toContain("15:00 GMT+8");
  });

  test("everything typed over is words", () => {
    expect(retyped(source, write, "Something else.")).toEqual([{ text: "Something else." }]);
  });

  test("whatever is typed is what stands there", () => {
    const piece = fc.oneof(
      fc.record({ text: fc.string({ minLength: 1, maxLength: 4 }) }),
      fc.record({ name: fc.constantFrom("a", "b") }),
    );
    const value = (name: string) => (name === "a" ? "aa" : null);
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 5 }),
        fc.string({ maxLength: 12 }),
        (parts, typed) => {
          expect(textOf(retyped(parts, value, typed), value)).toBe(typed);
          const same = textOf(parts, value);
          const middle = Math.floor(same.length / 2);
          const inserted = same.slice(0, middle) + typed + same.slice(middle);
          expect(textOf(retyped(parts, value, inserted), value)).toBe(inserted);
        },
      ),
    );
  });
});

describe("what a reply looks like", () => {
  test.each([
    ["a line with a time", null, "On it.", true, false],
    ["more than a line with a time", null, `${"We test the relay today. ".repeat(4)}`, true, true],
    [
      "the same in Chinese",
      null,
      "今天下午换一个中继验证，看断线的情况还会不会出现，再决定换货。",
      true,
      true,
    ],
    ["two lines", null, "First\nSecond", true, true],
    ["without a time", null, "A long text. ".repeat(20), false, false],
    ["an acknowledgement", "received", "A long text. ".repeat(20), true, false],
    ["progress", "progress", "Short.", true, true],
  ] as const)("%s", (_, purpose, text, hasPromise, expected) => {
    expect(looksSubstantive(purpose && { purpose }, text, hasPromise)).toBe(expected);
  });
});

describe("a promise when nobody is at the desk", () => {
  const { working, always } = defaultCalendars as Record<string, Parameters<typeof opensAfter>[0]>;
  test.each([
    ["in the morning", "23T10:00", null],
    ["at the very close", "23T18:00", null],
    ["in the evening", "23T20:00", "24T09:00"],
    ["on Saturday", "28T12:00", "30T09:00"],
  ])("%s", (_, at, opens) => {
    const found = opensAfter(working!, instant(at).getTime());
    expect(found && new Date(found)).toEqual(opens && instant(opens));
  });

  test("a desk that never closes has no such time", () => {
    expect(opensAfter(always ?? null, instant("28T03:00").getTime())).toBeNull();
  });
});
