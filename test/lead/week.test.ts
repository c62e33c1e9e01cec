/** The weekly look at cases. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Candidate, chooseExamples } from "../../server/lead/examples.ts";
import { lastWeek } from "../../server/lead/week.service.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";

const calm = { silences: 0, brokenPromises: 0, emotion: 0 };

describe("choosing", () => {
  const some: Candidate[] = [
    ...["a", "b", "c", "d", "e", "f"].map((id) => ({ id, ...calm })),
    { id: "silent", ...calm, silences: 3 },
    { id: "broken", ...calm, brokenPromises: 2, silences: 1 },
    { id: "angry", ...calm, emotion: 7 },
  ];

  test("takes the worst of each kind, then some that are just cases", () => {
    const chosen = chooseExamples(some, "2026-11-09");
    expect(chosen.slice(0, 3)).toEqual([
      { id: "silent", reason: "silence" },
      { id: "broken", reason: "promises" },
      { id: "angry", reason: "emotion" },
    ]);
    expect(chosen.slice(3).map(({ reason }) => reason)).toEqual(["random", "random"]);
  });

  test("a case is taken once, and a kind that nobody has is left out", () => {
    const worst = { id: "worst", silences: 9, brokenPromises: 9, emotion: 0 };
    const chosen = chooseExamples([worst, ...some.slice(0, 6)], "2026-11-09");
    expect(chosen.map(({ reason }) => reason)).toEqual([
      ...["silence", "random", "random", "random", "random"],
    ]);
  });

  const candidates = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      silences: fc.nat(3),
      brokenPromises: fc.nat(3),
      emotion: fc.nat(10),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  );

  test("is five or all, none twice, and the same in whatever order they come", () => {
    fc.assert(
      fc.property(candidates, fc.string(), (found, seed) => {
        const chosen = chooseExamples(found, seed);
        expect(chosen).toHaveLength(Math.min(5, found.length));
        expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length);
        expect(chooseExamples(found.toReversed(), seed)).toEqual(chosen);
      }),
    );
  });

  test("differs from week to week", () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ id: `t${i}`, ...calm }));
    const weeks = ["2026-11-02", "2026-11-09", "2026-11-16"].map((week) =>
      chooseExamples(many, week)
        .map(({ id }) => id)
        .join(),
    );
    expect(new Set(weeks).size).toBe(3);
  });
});

test.each([
  ["2026-11-16T00:00:00+08:00", "2026-11-09"],
  ["2026-11-15T23:59:59+08:00", "2026-11-02"],
  ["2026-11-22T12:00:00+08:00", "2026-11-09"],
])("at %s the last week began on %s", (now, first) => {
  expect(lastWeek(new Date(now)).first.toISOString().slice(0, 10)).toBe(first);
});

describe("F031 five cases of last week", () => {
  let app: TestApp;
  let staff: Awaited<ReturnType<typeof hireStaff>>;
  let number: number;
  const at = (time: string) => app.clock.set(`2026-11-${time}:00+08:00`);
  const week = () => app.as(staff.tom).lead.week();

  beforeAll(async () => {
    app = await testApp({ at: new Date("2026-11-10T10:00:00+08:00") });
    staff = await hireStaff(app);
    number = (await writeIn(app, graceMiller)).number;
    for (let i = 0; i < 6; i += 1) await writeIn(app, wangLei);
    at("10T11:00");
    const mia = app.as(staff.mia);
    const { id, version } = (await mia.tickets.get({ number }))!;
    await mia.tickets.reply({
      ...{ ticketId: id, version, key: randomUUID(), body: "We are looking into it." },
      ...{ promiseAt: new Date("2026-11-10T15:00:00+08:00"), next: "open" },
    });
    at("13T09:00");
    const seen = (await mia.tickets.get({ number }))!;
    await mia.tickets.solve({
      ...{ ticketId: id, version: seen.version, key: randomUUID() },
      ...{ body: "Like this.", causeTag: "how_to" },
    });
    await app.deps.db.ticket.update({
      where: { id },
      data: { triageVersion: 1, emotion: 6, flags: ["calm-first"] },
    });
    // As tickets are that came before there was a triage.
    await app.deps.db.ticket.updateMany({
      where: { id: { not: id } },
      data: { triageVersion: null },
    });
    at("14T10:00");
    await writeIn(app, graceMiller, { subject: "This one is from the weekend" });
    at("16T10:00");
  });
  afterAll(async () => {
    await app.ring();
    await app.stop();
  });

  test("tells times, emotion, silences and broken promises", async () => {
    const { cases, tickets, from } = await week();
    expect([cases.length, tickets, from]).toEqual([5, 8, new Date("2026-11-09T00:00:00+08:00")]);
    expect(cases[0]).toMatchObject({
      ...{ number, reason: "silence", owner: "Mia Hartmann" },
      took: { ack: 3600, first_reply: 3600, resolution: 71 * 3600 },
      emotion: { score: 6, flags: ["calm-first"] },
      silences: [{ from: new Date("2026-11-10T11:00:00+08:00"), to: app13() }],
      brokenPromises: [{ from: new Date("2026-11-10T15:00:00+08:00"), to: app13() }],
    });
    expect(cases.map(({ emotion }) => emotion)).toContain(null);
  });

  const app13 = () => new Date("2026-11-13T09:00:00+08:00");

  test("a note is kept with the ticket and told with the case", async () => {
    const [first] = (await week()).cases;
    const { id: ticketId, version } = first!;
    const tom = app.as(staff.tom);
    await tom.tickets.note({ ticketId, version, key: randomUUID(), body: "Say when, not soon." });
    const { cases } = await week();
    expect(cases[0]!.notes).toMatchObject([{ body: "Say when, not soon.", by: "Tom Okafor" }]);
    expect(cases.map(({ number: each }) => each)[0]).toBe(number);
  });

  test("is for leads", async () => {
    await expect(app.as(staff.mia).lead.week()).rejects.toThrow("not_allowed");
  });
});
