/** Round the clock: who is on call is on record, and is called in the night. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "#server/db.ts";
import { logHandovers } from "#server/escalation/handover.service.ts";
import { defaultLadder } from "#server/escalation/ladder.ts";
import type { OnCall } from "#server/escalation/oncall.ts";
import { record } from "#server/tickets/record.service.ts";
import { sweepClocks } from "#server/tickets/sweep.service.ts";
import { changeTicket } from "#server/tickets/tickets.repo.ts";
import { type TestApp, testApp } from "../app.ts";
import { hireStaff, wangLei, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  await save(planOf([staff.mia.id, staff.siyuan.id]));
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const planOf = (people: string[], overrides: OnCall["overrides"] = []): OnCall => ({
  rotations: [
    {
      id: "night",
      tz: "Asia/Shanghai",
      from: "2026-11-16",
      handoverAt: "09:00",
      days: 7,
      people,
    },
  ],
  overrides,
});

async function save(data: OnCall): Promise<void> {
  const { version: base } = await app.deps.settings.current("oncall");
  await app.as(staff.tom).settings.save({ kind: "oncall", data, note: "", base });
}

const handovers = async () => {
  const { handovers } = await app.as(staff.tom).escalation.onCall();
  return handovers.map(({ person, from }) => ({ person, from })).reverse();
};

/** Raised as triage raises it. */
async function raise(tx: Tx, ticketId: string, at: number): Promise<void> {
  await changeTicket(tx, ticketId, { priority: "P0" });
  await record(app.deps, tx, ticketId, { kind: "system", id: null }, [
    { type: "priority_changed", at, from: "P3", to: "P0" },
  ]);
}

describe("F100 a hand-over is logged once a turn", () => {
  test("the first look writes down who has it, and no later one does", async () => {
    app.clock.set("2026-11-18T02:00:00Z");
    await Promise.all([logHandovers(app.deps), logHandovers(app.deps)]);
    expect(await logHandovers(app.deps)).toBe(0);
    expect(await handovers()).toEqual([{ person: staff.mia.id, from: "2026-11-16T01:00:00.000Z" }]);
  });

  test("the next turn is logged when it begins, not before", async () => {
    app.clock.set("2026-11-23T00:59:59Z");
    expect(await logHandovers(app.deps)).toBe(0);
    app.clock.set("2026-11-23T01:00:00Z");
    expect(await logHandovers(app.deps)).toBe(1);
    expect((await handovers()).at(-1)).toEqual({
      person: staff.siyuan.id,
      from: "2026-11-23T01:00:00.000Z",
    });
  });

  test("somebody who stands in takes over and hands back", async () => {
    const stand = {
      rotation: "night",
      person: staff.ada.id,
      from: "2026-11-25T00:00:00Z",
      to: "2026-11-26T00:00:00Z",
    };
    await save(planOf([staff.mia.id, staff.siyuan.id], [stand]));
    expect(await logHandovers(app.deps)).toBe(0);
    for (const time of ["2026-11-25T00:00:10Z", "2026-11-25T12:00:00Z", "2026-11-26T00:00:10Z"]) {
      app.clock.set(time);
      await logHandovers(app.deps);
    }
    expect((await handovers()).slice(-2).map(({ person }) => person)).toEqual([
      staff.ada.id,
      staff.siyuan.id,
    ]);
  });

  test("agents don't see the list", async () => {
    const asMia = app.as(staff.mia).escalation.onCall();
    await expect(asMia).rejects.toMatchObject({ cause: { code: "not_allowed" } });
  });
});

test("F037 a P0 at 02:03 on a holiday calls whoever is on call", async () => {
  const ladder = structuredClone(defaultLadder);
  ladder.levels[1]!.brings = ["on_call"];
  const { version: base } = await app.deps.settings.current("ladder");
  await app.as(staff.tom).settings.save({ kind: "ladder", data: ladder, note: "", base });
  app.clock.set("2026-12-31T18:03:00Z");
  const { ticketId } = await writeIn(app, wangLei);
  const at = app.deps.now().getTime();
  await app.deps.db.$transaction((tx) => raise(tx, ticketId, at));
  app.clock.set("2026-12-31T18:18:01Z");
  await sweepClocks(app.deps);
  const [step] = await app.deps.db.escalation.findMany({ where: { ticketId } });
  expect(step).toMatchObject({ cause: "breached", level: 1, told: [staff.mia.id] });
});
