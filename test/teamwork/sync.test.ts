/** F120: ten in the morning, and whose line is missing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultCalendars } from "#server/sla/defaults.ts";
import { sweepSyncs } from "#server/teamwork/sync.service.ts";
import { comingSync, lastSync } from "#server/teamwork/sync.ts";
import { type TestApp, testApp } from "../app.ts";
import { faultAnswers, hireStaff, somebodyNew, writeIn } from "../cast.ts";

const { working } = defaultCalendars;
const at = (text: string) => Date.parse(`2026-${text}:00+08:00`);
const shown = (instant: number) =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(5, 16).replace("T", " ");

describe("which sync it is", () => {
  test.each([
    ["P2", "11-18T09:59", "11-16 10:00", "11-17 10:00", "11-18 10:00"],
    ["P2", "11-18T10:00", "11-17 10:00", "11-18 10:00", "11-18 10:00"],
    ["P2", "11-18T10:01", "11-17 10:00", "11-18 10:00", "11-19 10:00"],
    ["P3", "11-21T12:00", "11-19 10:00", "11-20 10:00", "11-23 10:00"],
    ["P0", "11-21T12:00", "11-20 10:00", "11-21 10:00", "11-22 10:00"],
    ["P1", "10-04T09:00", "10-02 10:00", "10-03 10:00", "10-04 10:00"],
    ["P2", "10-08T09:00", "09-29 10:00", "09-30 10:00", "10-08 10:00"],
    ["P2", "10-10T11:00", "10-09 10:00", "10-10 10:00", "10-12 10:00"],
  ] as const)("%s at %s", (priority, now, since, last, coming) => {
    const sync = lastSync(working, priority, at(now));
    expect([shown(sync.since), shown(sync.at)]).toEqual([since, last]);
    expect(shown(comingSync(working, priority, at(now)).at)).toBe(coming);
  });
});

describe("a line missing at ten", () => {
  let app: TestApp;
  let staff: Awaited<ReturnType<typeof hireStaff>>;
  beforeAll(async () => {
    app = await testApp();
    staff = await hireStaff(app);
    await app.deps.db.user.update({ where: { id: staff.siyuan.id }, data: { team: "tech" } });
  });
  afterAll(async () => {
    await app.ring();
    await app.stop();
  });

  const given = async (answers = {}) => {
    const { ticketId } = await writeIn(app, somebodyNew(), { ...faultAnswers, ...answers });
    const { id } = await app.as(staff.mia).teamwork.giveTask({
      ...{ ticketId, team: "tech", title: "查日志", reason: "没有附件" },
      dueAt: new Date("2026-12-18T02:00:00Z"),
    });
    return {
      ticketId,
      finish: () => app.as(staff.tom).teamwork.finishTask({ taskId: id, outcome: "好了" }),
    };
  };
  const steps = (ticketId: string) =>
    app.deps.db.escalation.findMany({ where: { ticketId, cause: "sync_missed" } });
  const write = (ticketId: string, text = "还在复现。") =>
    app.as(staff.siyuan).teamwork.writeLine({ ticketId, team: "tech", text });

  test("F120 the lead hears of it at ten, once, however many workers look", async () => {
    app.clock.set("2026-11-18T06:00:00Z");
    const { ticketId, finish } = await given();
    app.clock.set("2026-11-19T01:59:59Z");
    expect(await sweepSyncs(app.deps)).toBe(0);
    app.clock.set("2026-11-19T02:00:00Z");
    const told = await Promise.all([sweepSyncs(app.deps), sweepSyncs(app.deps)]);
    expect(told.sort()).toEqual([0, 1]);
    expect(await sweepSyncs(app.deps)).toBe(0);
    expect(await steps(ticketId)).toMatchObject([
      { level: 1, told: [staff.tom.id, staff.siyuan.id] },
    ]);
    const notices = await app.deps.db.notification.findMany({
      where: { ticketId, kind: { not: "assigned" } },
    });
    expect(notices.map(({ userId, kind }) => `${userId === staff.tom.id} ${kind}`).sort()).toEqual([
      "false sync_missing",
      "false task_given",
      "true sync_missing",
    ]);
    await finish();
  });

  test("F120 a line written in time is enough, and the next day asks for the next", async () => {
    app.clock.set("2026-11-18T02:00:00Z");
    const { ticketId, finish } = await given();
    app.clock.set("2026-11-19T02:00:00Z");
    await write(ticketId);
    expect(await sweepSyncs(app.deps)).toBe(0);
    app.clock.set("2026-11-20T01:59:00Z");
    await write(ticketId, "复现了。");
    await write(ticketId, "复现了，等固件。");
    app.clock.set("2026-11-20T02:00:00Z");
    expect(await sweepSyncs(app.deps)).toBe(0);
    expect(
      await app.deps.db.syncNote.findMany({ where: { ticketId }, orderBy: { at: "asc" } }),
    ).toMatchObject([
      { text: "还在复现。", syncAt: new Date("2026-11-19T02:00:00Z") },
      { text: "复现了，等固件。", syncAt: new Date("2026-11-20T02:00:00Z") },
    ]);
    app.clock.set("2026-11-23T02:00:00Z");
    expect(await sweepSyncs(app.deps)).toBe(1);
    await finish();
  });

  test("F120 on a Saturday only important tickets are asked for", async () => {
    app.clock.set("2026-11-20T06:00:00Z");
    const plain = await given();
    const urgent = await given({ impact: "company" });
    app.clock.set("2026-11-21T02:00:00Z");
    expect(await sweepSyncs(app.deps)).toBe(1);
    expect(await steps(plain.ticketId)).toEqual([]);
    await plain.finish();
    await urgent.finish();
  });

  test("a ticket raised on a Sunday was not asked for that morning", async () => {
    app.clock.set("2026-11-20T06:00:00Z");
    const { ticketId, finish } = await given();
    app.clock.set("2026-11-22T05:00:00Z");
    const { number } = await app.deps.db.ticket.findUniqueOrThrow({ where: { id: ticketId } });
    const { version } = await app.as(staff.mia).tickets.get({ number });
    await app
      .as(staff.mia)
      .tickets.changePriority({ ticketId, version, priority: "P1", reason: "更多人" });
    expect(await sweepSyncs(app.deps)).toBe(0);
    await finish();
  });

  test("each writes for their own team, and leads see all", async () => {
    app.clock.set("2026-11-18T06:00:00Z");
    const { ticketId, finish } = await given();
    const other = app.as(staff.mia).teamwork.writeLine({ ticketId, team: "tech", text: "?" });
    await expect(other).rejects.toMatchObject({ cause: { code: "not_allowed" } });
    expect((await app.as(staff.mia).teamwork.sync()).rows).toEqual([]);
    await write(ticketId);
    const { rows } = await app.as(staff.tom).teamwork.sync();
    expect(rows).toMatchObject([
      {
        team: "tech",
        titles: ["查日志"],
        syncAt: new Date("2026-11-19T02:00:00Z"),
        line: { text: "还在复现。" },
      },
    ]);
    await finish();
    expect((await app.as(staff.tom).teamwork.sync()).rows).toEqual([]);
  });
});
