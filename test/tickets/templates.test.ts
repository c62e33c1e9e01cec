import { describe, expect, test } from "vitest";
import { durationText } from "#server/tickets/duration.ts";
import { promiseIn, rulesOf } from "#server/tickets/purposes.ts";
import { defaultTemplates } from "#server/tickets/templatedefaults.ts";
import { fill, prefill } from "#server/tickets/templatefill.ts";
import { purposeSchema, templatesFor } from "#server/tickets/templates.ts";
import { filled, format, monday, sample, template } from "./filled.ts";

const hour = 3_600_000;

/** Grace's ticket on Monday at ten: Mia has promised noon, a person was due at two. */
const known = {
  now: monday,
  ticketNumber: 10_042,
  customerName: "Grace Miller",
  agentName: "Mia Hartmann",
  promiseAt: new Date(monday.getTime() + 2 * hour),
  firstReplyDueAt: new Date(monday.getTime() + 4 * hour),
  article: null,
};

describe("what Mia sends", () => {
  test("F025 received: number, hours and time are put in without a hand", () => {
    const values = prefill(template("received"), known);
    expect(filled("received", "en", values)).toEqual({
      text: "Thank you for telling us. Your request has the number 10042, and I am looking after it. You will have a first update from me within 2 hours, that is by Mon 23 Nov, 12:00 GMT+8.",
      missing: [],
    });
    expect(filled("received", "zh", values).text).toContain("编号 10042，由我负责跟进");
    expect(filled("received", "zh", values).text).toContain("在 2 小时内（11月23日周一 ");
  });

  test("F025, F026 a variable without a value is named, and stays to be seen", () => {
    const values = { ...prefill(template("received"), known), within: null };
    expect(filled("received", "en", values).missing).toEqual(["within"]);
    expect(filled("received", "en", values).text).toContain("within {{within}},");
    expect(filled("progress", "zh", { action: "  ", time: monday }).missing).toEqual(["action"]);
    expect(filled("progress", "en", {}).missing).toEqual(["action", "time"]);
  });

  test("F026 progress: what is done, and the time, which becomes the promise", () => {
    const values = { ...prefill(template("progress"), known), action: "The hub's log is read." };
    expect(filled("progress", "en", values).text).toBe(
      "Here is where your request stands: The hub's log is read.\n\nYou will hear from me again by Mon 23 Nov, 12:00 GMT+8, whether or not we have the answer by then.",
    );
    expect(promiseIn(template("progress"), values)).toEqual(known.promiseAt);
    expect(rulesOf("progress")).toMatchObject({ promise: "sets", progress: "yes" });
  });

  test("F027 delay: reason, extra time and new time; it moves the promise and is no progress", () => {
    const values = { reason: "仓库盘点", extra_time: 5400, new_time: monday };
    const { text, missing } = filled("delay", "zh", values);
    expect(missing).toEqual([]);
    expect(text).toContain("仓库盘点");
    expect(text).toContain("还需要 1 小时 30 分钟，改到 11月23日周一");
    expect(rulesOf("delay")).toMatchObject({ promise: "moves", progress: "no" });
    expect(promiseIn(template("delay"), values)).toEqual(monday);
    for (const name of ["reason", "extra_time", "new_time"])
      expect(filled("delay", "zh", { ...values, [name]: "" }).missing).toEqual([name]);
  });

  test("F008, F017 L1 first: not without who is in charge, not without the time", () => {
    const values = prefill(template("l1_first"), known);
    expect(filled("l1_first", "en", values).text).toMatch(/Mia Hartmann .* by Mon 23 Nov, 12:00/);
    expect(promiseIn(template("l1_first"), values)).toEqual(known.promiseAt);
    expect(filled("l1_first", "en", { ...values, owner: " " }).missing).toEqual(["owner"]);
    expect(filled("l1_first", "en", { ...values, time: null }).missing).toEqual(["time"]);
  });

  test("F105 the first feedback by itself: recorded, and when a person answers", () => {
    const values = prefill(template("recorded"), known);
    expect(filled("recorded", "zh", values).text).toMatch(
      /已收录，编号 10042。.*11月23日周一.*14:00/,
    );
    expect(filled("recorded", "en", values).text).toMatch(/recorded as request 10042.*14:00/);
    expect(filled("recorded", "zh", { number: "10042" }).missing).toEqual(["time"]);
  });

  test("F111 calm first: what was understood, and when the customer hears more", () => {
    expect(filled("calm_first", "zh", { understood: "门铃坏了两次" }).missing).toEqual(["time"]);
    expect(rulesOf("calm_first")).toMatchObject({ promise: "sets", progress: "no" });
  });

  test("F125 compensation: what, when, rules", () => {
    const values = { what: "30 days of Heronby Cloud", when: monday, rules: "Any plan." };
    expect(filled("compensation", "en", values).text).toMatch(/30 days[\s\S]*10:00[\s\S]*Any plan/);
    expect(filled("compensation", "en", {}).missing).toEqual(["what", "when", "rules"]);
    // When the present arrives is not when we write again.
    expect(promiseIn(template("compensation"), values)).toBeNull();
  });

  test("F127 verify: solved? anything else? with two answers", () => {
    expect(filled("verify", "en", { number: "10042" }).text).toMatch(/solved.*anything else/);
    expect(filled("verify", "zh", { number: "10042" }).text).toMatch(/解决了吗？还有没有别的/);
    expect(rulesOf("verify").answers).toEqual(["solved", "not_solved"]);
  });

  test("F019 whatever leaves a ticket open carries the next time; solving doesn't", () => {
    const silent = purposeSchema.options.filter((one) => rulesOf(one).promise === "none");
    expect(silent).toEqual(["resolved", "verify"]);
    expect(rulesOf("resolved").proposes).toBe("solved");
    expect(rulesOf("third_party")).toMatchObject({
      proposes: "waiting_third_party",
      promiseVariable: "time",
      progress: "agent",
    });
  });

  test.each([
    ["a word is no time", "time", "tomorrow"],
    ["nor is a broken date", "time", new Date("nonsense")],
    ["nor a number", "time", 5],
    ["a text is no length of time", "within", "2 hours"],
    ["nothing is no length of time", "within", 0],
    ["a promise that has passed leaves none", "within", -60],
    ["a number is no text", "number", 10_042],
  ])("%s", (_, name, value) => {
    const values = { ...sample(template("received")), [name]: value };
    expect(filled("received", "en", values).missing).toEqual([name]);
  });

  test("what is written by hand is left to the hand", () => {
    expect(prefill(template("delay"), known)).toEqual({});
    expect(prefill(template("progress"), known)).toEqual({ time: known.promiseAt });
  });

  test("a word that every object knows is no value", () => {
    const label = { en: "x", zh: "x" };
    const variables = [{ name: "constructor", type: "text", label, fill: "by_hand" } as const];
    const odd = { variables, body: { en: "{{constructor}}", zh: "{{constructor}}" } };
    expect(fill(odd, "en", {}, format)).toEqual({
      text: "{{constructor}}",
      missing: ["constructor"],
    });
  });
});

describe("the list the composer shows", () => {
  const ids = (facts: Parameters<typeof templatesFor>[1]) =>
    templatesFor(defaultTemplates, facts).map(({ id }) => id);
  const plain = { kind: "question", category: "invoices" };

  test("a plain question isn't offered what is meant for L1", () => {
    expect(ids(plain)).not.toContain("l1_first");
    expect(ids(plain)[0]).toBe("received");
  });

  test("F008, F111 a level or a complaint puts its first message on top", () => {
    expect(ids({ ...plain, level: "L1" })[0]).toBe("l1_first");
    expect(ids({ ...plain, kind: "complaint", level: "L1" })[0]).toBe("calm_first");
    expect(ids({ ...plain, kind: "fault", flags: ["calm-first"] })[0]).toBe("calm_first");
  });

  test("F008 even where another template is meant for just this kind of ticket", () => {
    const templates = [{ ...template("resolved"), appliesTo: { kinds: ["fault" as const] } }];
    const l1 = { ...template("l1_first"), appliesTo: undefined };
    const [first] = templatesFor(
      { templates: [...templates, l1] },
      { kind: "fault", category: "", level: "L1" },
    );
    expect(first?.id).toBe("l1_first");
  });

  test("the more a template says whom it is for, the earlier it stands", () => {
    const base = template("resolved");
    const of = (id: string, appliesTo: typeof base.appliesTo) => ({ ...base, id, appliesTo });
    const templates = [
      of("any", undefined),
      of("questions", { kinds: ["question"] }),
      of("invoices", { categories: ["invoices"] }),
      of("orders", { categories: ["orders"] }),
      of("both", { kinds: ["question", "fault"], categories: ["invoices"] }),
      of("any-too", undefined),
    ];
    expect(templatesFor({ templates }, plain).map(({ id }) => id)).toEqual([
      "both",
      "invoices",
      "questions",
      "any",
      "any-too",
    ]);
  });
});

describe("a length of time", () => {
  test.each([
    [60, "1 minute", "1 分钟"],
    [61, "2 minutes", "2 分钟"],
    [5400, "1 hour 30 minutes", "1 小时 30 分钟"],
    [7199, "2 hours", "2 小时"],
    [86_400 * 2 + 60, "2 days 1 minute", "2 天 1 分钟"],
  ])("%i s", (seconds, en, zh) => {
    expect([durationText(seconds, "en"), durationText(seconds, "zh")]).toEqual([en, zh]);
    expect(format.duration(seconds, "zh")).toBe(zh);
  });
});
