/** A fault goes through its stages, each with what it asks for, who finished it, and by when. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../app.ts";
import {
  faultAnswers,
  hireStaff,
  somebodyNew,
  suggestionAnswers,
  wangLei,
  writeIn,
} from "../cast.ts";

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
beforeEach(() => app.clock.set("2026-11-18T02:00:00Z"));

const desk = () => app.as(staff.mia).tickets;
const runs = (ticketId: string) =>
  app.deps.db.stageRun.findMany({ where: { ticketId }, orderBy: { position: "asc" } });
const logged = async (ticketId: string, type: string) =>
  (await app.deps.db.ticketEvent.findMany({ where: { ticketId, type } })).map(({ data }) => data);
const fault = (answers = {}) => writeIn(app, somebodyNew(), { ...faultAnswers, ...answers });
const diagnosed = { reproduced: true, cause: "网关固件丢失配置" };
const planned = { kind: "workaround", promised_time: Date.parse("2026-11-18T09:00:00Z") };

async function reopened(number: number): Promise<void> {
  const { id: ticketId, version } = await desk().get({ number });
  const said = { key: randomUUID(), body: "", causeTag: "firmware" as const, causeNote: "" };
  await desk().solve({ ticketId, version, ...said });
  await desk().reopen({ ticketId, version: version + 1 });
}

describe("the stages of a fault", () => {
  test("F059 it has its procedure from the start, with a due time of its own hours", async () => {
    const { ticketId } = await fault();
    const all = await runs(ticketId);
    expect(all.map(({ stage }) => stage)).toEqual([
      "diagnose",
      "plan",
      "cross_team",
      "implement",
      "verify",
    ]);
    expect(all[0]).toMatchObject({
      startedAt: new Date("2026-11-18T02:00:00Z"),
      dueAt: new Date("2026-11-18T06:00:00Z"),
    });
    expect(all[1]).toMatchObject({ startedAt: null, dueAt: null });
    expect(await logged(ticketId, "procedure_begun")).toEqual([{ procedure: "fault", version: 1 }]);
  });

  test("F059 a fault that came at night is due in the morning's hours", async () => {
    app.clock.set("2026-11-18T14:00:00Z");
    const { ticketId } = await fault();
    expect((await runs(ticketId))[0]?.dueAt).toEqual(new Date("2026-11-19T05:00:00Z"));
  });

  test("a question has none", async () => {
    const { ticketId } = await writeIn(app, wangLei);
    expect(await runs(ticketId)).toEqual([]);
    expect(await logged(ticketId, "procedure_begun")).toEqual([]);
  });

  test("F054 diagnosing isn't finished without the answer whether it could be reproduced, and a cause", async () => {
    const { ticketId } = await fault();
    const finish = (notes: Record<string, string | boolean>) =>
      desk().finishStage({ ticketId, position: 0, notes });
    await expect(finish({ reproduced: true, cause: "  " })).rejects.toMatchObject({
      cause: { params: { missing: "Cause, or what was ruled out" } },
    });
    await expect(finish({ cause: "?" })).rejects.toMatchObject({
      cause: {
        code: "stage_incomplete",
        params: { missing: "Could you make it happen yourself?" },
      },
    });
    app.clock.advance({ hours: 1 });
    await finish(diagnosed);
    expect((await runs(ticketId))[0]).toMatchObject({
      notes: diagnosed,
      doneById: staff.mia.id,
      doneAt: new Date("2026-11-18T03:00:00Z"),
    });
    expect(await logged(ticketId, "stage_finished")).toEqual([{ stage: "diagnose", position: 0 }]);
  });

  test("F022 finishing a stage asks for a public update where the stage says so, and starts the next", async () => {
    const { ticketId } = await fault();
    const finish = (position: number, notes: Record<string, string | boolean | number>) =>
      desk().finishStage({ ticketId, position, notes });
    expect(await finish(0, diagnosed)).toEqual({ asksUpdate: true, next: "plan" });
    expect((await runs(ticketId))[1]?.dueAt).toEqual(new Date("2026-11-18T04:00:00Z"));
    expect(await finish(1, planned)).toEqual({ asksUpdate: true, next: "cross_team" });
    expect(await finish(2, { involved: false })).toEqual({ asksUpdate: false, next: "implement" });
  });

  test("F055 the plan keeps its kind and the time told; what nobody asked for isn't kept", async () => {
    const { ticketId } = await fault();
    await desk().finishStage({ ticketId, position: 0, notes: diagnosed });
    const other = { ...planned, kind: "magic" };
    await expect(desk().finishStage({ ticketId, position: 1, notes: other })).rejects.toMatchObject(
      {
        cause: { params: { missing: "Kind of solution" } },
      },
    );
    await desk().finishStage({ ticketId, position: 1, notes: { ...planned, colour: "blue" } });
    expect((await runs(ticketId))[1]?.notes).toEqual(planned);
  });

  test("a stage is finished once, and only the current one", async () => {
    const { ticketId } = await fault();
    const finish = (position: number) =>
      desk().finishStage({ ticketId, position, notes: diagnosed });
    await expect(finish(1)).rejects.toMatchObject({ cause: { code: "ticket_changed" } });
    const both = await Promise.allSettled([finish(0), finish(0)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("F057 solved, the customer gets the link that asks whether it is; no starts at diagnosing", async () => {
    const { ticketId, number } = await fault();
    await desk().finishStage({ ticketId, position: 0, notes: diagnosed });
    await app.ring();
    app.mails.length = 0;
    await reopened(number);
    await app.ring();
    expect(app.mails[0]?.text).toMatch(/\/zh\/ticket\/\?t=/);
    const all = await runs(ticketId);
    expect(all.map(({ position, stage }) => `${position} ${stage}`)).toEqual([
      "0 diagnose",
      "5 diagnose",
      "6 plan",
      "7 cross_team",
      "8 implement",
      "9 verify",
    ]);
    expect(all.map(({ startedAt }) => startedAt !== null)).toEqual([
      true,
      true,
      ...Array(4).fill(false),
    ]);
    const gone = desk().finishStage({ ticketId, position: 1, notes: planned });
    await expect(gone).rejects.toMatchObject({ cause: { code: "ticket_changed" } });
  });

  test("F059 of another kind after all, it goes through that kind's procedure", async () => {
    const { ticketId, number } = await fault();
    const { version } = await desk().get({ number });
    await desk().changeKind({ ticketId, version, kind: "complaint", reason: "It's the tone." });
    expect((await runs(ticketId))[0]).toMatchObject({ stage: "calm", position: 5 });
  });

  test("another flow begins its own procedure, and keeps what was done", async () => {
    const { ticketId, number } = await fault();
    await desk().finishStage({ ticketId, position: 0, notes: diagnosed });
    await app.deps.db.ticket.update({ where: { id: ticketId }, data: { flow: "risk" } });
    const { version } = await desk().get({ number });
    await desk().acknowledge({ ticketId, version });
    expect((await runs(ticketId)).map(({ stage }) => stage).slice(0, 2)).toEqual([
      "diagnose",
      "contain",
    ]);
    expect(await logged(ticketId, "procedure_begun")).toHaveLength(2);
  });
});

test("F059 the stage under way follows the priority: another grade is counted in other hours", async () => {
  // An hour before the desk closes.
  app.clock.advance({ hours: 7 });
  const { ticketId, number } = await fault();
  const change = async (priority: "P1" | "P2") => {
    const { version } = await desk().get({ number });
    await desk().changePriority({ ticketId, version, priority, reason: "After a closer look." });
    const { startedAt, dueAt } = (await runs(ticketId))[0]!;
    return (dueAt!.getTime() - startedAt!.getTime()) / 3_600_000;
  };
  await change("P1");
  expect(await change("P2")).toBe(4 + 15);
  expect(await change("P1")).toBe(4);
});

describe("results that the customer was told", () => {
  const clockOf = (ticketId: string, metric: string) =>
    app.deps.db.clock.findFirst({ where: { ticketId, metric } });
  const raise = async (number: number, priority: "P0" | "P1") => {
    const { id: ticketId, version } = await desk().get({ number });
    await desk().changePriority({ ticketId, version, priority, reason: "Core function." });
  };

  test.each([
    ["F112 a workaround in half an hour", "fault", "P0", "workaround", "2026-11-18T02:30:00Z"],
    ["F113 the cause in four hours", "fault", "P1", "cause", "2026-11-18T06:00:00Z"],
    ["F114 a conclusion in a working day", "fault", null, "conclusion", "2026-11-19T10:00:00Z"],
    [
      "F115 a direction in three working days",
      "suggestion",
      null,
      "direction",
      "2026-11-23T10:00:00Z",
    ],
  ] as const)("%s", async (_, kind, priority, name, due) => {
    const answers = kind === "suggestion" ? suggestionAnswers : {};
    const { ticketId, number } = await fault(answers);
    if (priority) await raise(number, priority);
    expect((await clockOf(ticketId, name))?.dueAt).toEqual(new Date(due));
    app.clock.advance({ minutes: 20 });
    await desk().tellMilestone({ ticketId, name });
    expect(await clockOf(ticketId, name)).toMatchObject({
      state: "met",
      stoppedAt: new Date("2026-11-18T02:20:00Z"),
    });
    const again = desk().tellMilestone({ ticketId, name });
    await expect(again).rejects.toMatchObject({ cause: { code: "milestone_not_owed" } });
  });

  test("F112 what the grade doesn't owe can't be told", async () => {
    const { ticketId } = await fault();
    const told = desk().tellMilestone({ ticketId, name: "workaround" });
    await expect(told).rejects.toMatchObject({ cause: { code: "milestone_not_owed" } });
  });
});
