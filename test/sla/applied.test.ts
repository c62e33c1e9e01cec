/** Times and calendars as a manager changes them, and the tickets that follow. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SlaBook } from "#server/sla/book.ts";
import type { Time } from "#server/sla/policy.ts";
import { recompute } from "#server/sla/recompute.service.ts";
import { firstReplyDue } from "#server/tickets/tickets.repo.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const kind = "sla" as const;
const tom = () => app.as(staff.tom);
const inForce = () => app.deps.settings.current(kind);

/** Tom saves the book in force with a change made to it. */
async function change(note: string, make: (book: SlaBook) => void): Promise<number> {
  const { version, document } = await inForce();
  const data = structuredClone(document);
  make(data);
  return (await tom().settings.save({ kind, data, note, base: version })).version;
}

const hours = (n: number) => ({ seconds: n * 3600 });
const setL2 = ({ policies }: SlaBook, goal: number, limit: number) => {
  for (const grade of ["P1", "P2"] as const)
    for (const time of policies[0]!.grades[grade].substantive_reply!.times as Time[])
      if ((time.level ?? "L2") === "L2")
        Object.assign(time, { goal: hours(goal), limit: hours(limit) });
};

/** A fault of one person's: P2. */
const fault = {
  kind: "fault",
  impact: "person",
  module: "cam",
  category: "troubleshooting",
  since: "2026-11-15T02:00",
  steps: "Restarted the router.",
  evidence: { waived: "It only happens at night" },
};
const dueOf = async (ticketId: string, metric: string) =>
  (await app.deps.db.clock.findFirst({ where: { ticketId, metric } }))?.dueAt?.toISOString();
const versionOf = async (id: string) =>
  (await app.deps.db.ticket.findUniqueOrThrow({ where: { id } })).slaVersion;
const appliedTo = (ticketId: string) =>
  app.deps.db.ticketEvent.findMany({ where: { ticketId, type: "sla_applied" } });

describe("F011 L2 becomes 1–3 h", () => {
  let before: string;
  let after: string;

  test("new tickets follow it, those that run keep the version they began with", async () => {
    ({ ticketId: before } = await writeIn(app, wangLei, fault));
    await change("Faster for everybody", (book) => setL2(book, 1, 3));
    ({ ticketId: after } = await writeIn(app, graceMiller, fault));
    expect(await dueOf(before, "substantive_reply")).toBe("2026-11-18T06:00:00.000Z");
    expect(await dueOf(after, "substantive_reply")).toBe("2026-11-18T05:00:00.000Z");
    expect([await versionOf(before), await versionOf(after)]).toEqual([1, 2]);
    expect(await tom().sla.running()).toEqual({
      versions: [
        { version: 2, tickets: 1 },
        { version: 1, tickets: 1 },
      ],
      last: null,
    });
  });

  test("applied to open tickets it is a job, in each ticket's log and on the audit list", async () => {
    expect(await tom().sla.recompute({ version: 2 })).toEqual({ tickets: 1 });
    expect((await tom().sla.running()).last).toMatchObject({ tickets: 1, left: 1 });
    await app.ring();
    expect(await dueOf(before, "substantive_reply")).toBe("2026-11-18T05:00:00.000Z");
    const [event, ...others] = await appliedTo(before);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      actorId: staff.tom.id,
      data: { version: 2, policy: "default" },
    });
    expect(await appliedTo(after)).toEqual([]);
    const audited = await app.deps.db.auditEntry.findMany({
      where: { action: "clocks_recomputed" },
    });
    expect(audited).toHaveLength(1);
    expect(audited[0]).toMatchObject({
      userId: staff.tom.id,
      subject: "sla",
      data: { version: 2, tickets: 1 },
    });
    expect((await tom().sla.running()).last).toMatchObject({ by: "Tom Okafor", left: 0 });
  });

  test("run twice, or by two workers at once, it is in each log once", async () => {
    const ids = [];
    for (let i = 0; i < 8; i++) ids.push((await writeIn(app, wangLei, fault)).ticketId);
    const version = await change("Even faster", (book) => setL2(book, 1, 2));
    await tom().sla.recompute({ version });
    const job = { version, userId: staff.tom.id };
    await Promise.all([recompute(app.deps, job), recompute(app.deps, job)]);
    await app.ring();
    await recompute(app.deps, job);
    for (const id of ids) expect(await appliedTo(id)).toHaveLength(1);
    expect((await tom().sla.recompute({ version })).tickets).toBe(0);
  });

  test("a ticket that somebody is working on is done when they are", async () => {
    const { ticketId } = await writeIn(app, wangLei, fault);
    const version = await change("Back to three", (book) => setL2(book, 1, 3));
    const job = { version, userId: staff.tom.id };
    await app.deps.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM tickets WHERE id = ${ticketId}::uuid FOR UPDATE`;
      await recompute(app.deps, job);
    });
    expect(await appliedTo(ticketId)).toEqual([]);
    app.clock.advance({ seconds: 3 });
    await app.ring();
    expect(await appliedTo(ticketId)).toHaveLength(1);
  });

  test("an older version is never put over a newer one", async () => {
    const version = await change("Four again", (book) => setL2(book, 2, 4));
    const { ticketId } = await writeIn(app, wangLei, fault);
    await recompute(app.deps, { version: version - 1, userId: staff.tom.id });
    expect(await versionOf(ticketId)).toBe(version);
    const outdated = tom().sla.recompute({ version: version - 1 });
    await expect(outdated).rejects.toMatchObject({ cause: { code: "setting_changed" } });
  });

  test("agents neither change times nor apply them", async () => {
    const { version } = await inForce();
    const asMia = app.as(staff.mia).sla.recompute({ version });
    await expect(asMia).rejects.toMatchObject({ cause: { code: "not_allowed" } });
  });
});

test("F102 Monday to Friday 9:00–17:30 counts as SLA-26 says", async () => {
  await change("Our real hours", ({ calendars }) => {
    const day: [string, string][] = [["09:00", "17:30"]];
    calendars.working!.week = { mon: day, tue: day, wed: day, thu: day, fri: day };
  });
  app.clock.set("2026-11-18T06:00:00Z");
  const { ticketId } = await writeIn(app, graceMiller);
  expect((await firstReplyDue(app.deps.db, ticketId))?.toISOString()).toBe(
    "2026-11-19T05:30:00.000Z",
  );
});

test("F088 a language has a policy and a calendar of its own", async () => {
  await change("Berlin answers in English", (book) => {
    const day: [string, string][] = [["08:00", "16:30"]];
    const berlin = {
      tz: "Europe/Berlin",
      week: { mon: day, tue: day, wed: day, thu: day, fri: day },
    };
    book.calendars.berlin = { ...berlin, overrides: {}, always: false };
    const policy = structuredClone(book.policies[0]!);
    policy.grades["P3-Q"].first_reply!.calendar = "berlin";
    book.policies.unshift({ ...policy, id: "europe", appliesTo: { locales: ["en"] } });
  });
  app.clock.set("2026-11-18T11:00:00Z");
  const [english, chinese] = [await writeIn(app, graceMiller), await writeIn(app, wangLei)];
  const due = async (id: string) => (await firstReplyDue(app.deps.db, id))?.toISOString();
  expect(await due(english.ticketId)).toBe("2026-11-19T10:30:00.000Z");
  expect(await due(chinese.ticketId)).toBe("2026-11-19T09:00:00.000Z");
});

test("F038 the book goes out as a file and comes back the same", async () => {
  const { version, document } = await inForce();
  const text = await tom().settings.asFile({ kind, version });
  expect(await tom().settings.readFile({ kind, text })).toMatchObject({ document });
});

test("what can't be a time is told at its field, and a limit that is missing by name", async () => {
  const { document } = await inForce();
  const data = structuredClone(document) as unknown as {
    calendars: { working: { week: { mon: string[][] } } };
    policies: { grades: { P0: { ack: { times: object[] } } } }[];
  };
  data.calendars.working.week.mon = [["9", "18:00"]];
  data.policies[0]!.grades.P0.ack.times = [{ scheme: "level" }];
  expect(await tom().settings.check({ kind, data })).toMatchObject([
    { code: "time_malformed", path: ["calendars", "working", "week", "mon", 0, 0] },
    { code: "limit_missing", path: ["policies", 0, "grades", "P0", "ack", "times", 0, "limit"] },
  ]);
});

test("windows that overlap, or none at all, are refused with the reason", async () => {
  const check = async (make: (book: SlaBook) => void) => {
    const data = structuredClone((await inForce()).document);
    make(data);
    return (await tom().settings.check({ kind, data })).map(({ code }) => code);
  };
  expect(
    await check(({ calendars }) => {
      calendars.working!.week.mon = [
        ["09:00", "13:00"],
        ["12:00", "18:00"],
      ];
    }),
  ).toEqual(["windows_overlap"]);
  expect(
    await check(({ calendars }) => {
      calendars.working = { tz: "Asia/Shanghai", week: {}, overrides: {}, always: false };
    }),
  ).toEqual(["never_opens"]);
});
