import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide, escalationsOf } from "#server/escalation/escalation.service.ts";
import { escalateByHand } from "#server/escalation/help.service.ts";
import { sweepClocks } from "#server/tickets/sweep.service.ts";
import { type TestApp, testApp } from "../app.ts";
import { hireStaff, wangLei, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  // Siyuan is the technician.
  await app.deps.db.user.update({ where: { id: staff.siyuan.id }, data: { team: "tech" } });
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

/** Mia answers with a next step and its time. */
async function answer(number: number, promise: string, substantive = true): Promise<void> {
  const mia = app.as(staff.mia).tickets;
  const { id: ticketId, version } = await mia.get({ number });
  await mia.reply({
    ...{ ticketId, version, key: randomUUID(), body: "Found it.", next: "open", files: [] },
    ...{ promiseAt: new Date(promise), substantive },
  });
}
const watchers = async (ticketId: string) =>
  (await app.deps.db.watcher.findMany({ where: { ticketId } })).map(({ userId }) => userId).sort();
const tokenOf = ({ statusUrl }: { statusUrl: string }) => new URL(statusUrl).searchParams.get("t")!;

describe("a ticket that gets stuck climbs", () => {
  test("F030 no progress in a day brings in the lead and a technician, once, and it is on record", async () => {
    app.clock.set("2026-11-18T02:00:00Z");
    const { ticketId, number } = await writeIn(app, wangLei);
    app.clock.set("2026-11-18T02:10:00Z");
    await answer(number, "2026-11-25T02:00:00Z");
    app.clock.set("2026-11-19T02:10:01Z");
    await sweepClocks(app.deps);
    await sweepClocks(app.deps);
    expect(await watchers(ticketId)).toEqual([staff.tom.id, staff.siyuan.id].sort());
    const { steps, reviews } = await escalationsOf(app.deps, ticketId);
    const climbed = steps.filter(({ cause }) => cause === "no_progress");
    expect(climbed).toHaveLength(1);
    expect(climbed[0]).toMatchObject({ occasion: "no_progress:2", level: 1 });
    expect(reviews).toEqual([]);
    const events = await app.deps.db.ticketEvent.findMany({
      where: { ticketId, type: "escalated" },
    });
    expect(events).toHaveLength(1);
  });

  test("F121 one reason more opens a review with three roles, which a written decision ends", async () => {
    app.clock.set("2026-11-18T02:00:00Z");
    const receipt = await writeIn(app, wangLei);
    const { ticketId, number } = receipt;
    await answer(number, "2026-11-25T02:00:00Z");
    const token = tokenOf(receipt);
    for (const time of ["03:00", "03:15"]) {
      app.clock.set(`2026-11-18T${time}:00Z`);
      await app.visitor().tickets.nudge({ token });
    }
    app.clock.set("2026-11-19T02:00:01Z");
    await sweepClocks(app.deps);
    const { reviews } = await escalationsOf(app.deps, ticketId);
    expect(reviews).toHaveLength(1);
    expect(Object.keys(reviews[0]!.roles as object).sort()).toEqual([
      "product_manager",
      "support_lead",
      "technical_lead",
    ]);
    const empty = decide(app.deps, staff.tom, { ticketId, decision: "  " });
    await expect(empty).rejects.toMatchObject({ code: "reason_required" });
    await decide(app.deps, staff.tom, { ticketId, decision: "A technician visits on Monday." });
    const again = decide(app.deps, staff.tom, { ticketId, decision: "Again." });
    await expect(again).rejects.toMatchObject({ code: "not_found" });
    expect((await escalationsOf(app.deps, ticketId)).reviews[0]).toMatchObject({
      decision: "A technician visits on Monday.",
      decidedById: staff.tom.id,
    });
  });

  test("F029 the second nudge climbs; pressing twice in a row is one nudge", async () => {
    app.clock.set("2026-11-18T02:00:00Z");
    const receipt = await writeIn(app, wangLei);
    await answer(receipt.number, "2026-11-18T09:00:00Z");
    const token = tokenOf(receipt);
    const causes = async () =>
      (await escalationsOf(app.deps, receipt.ticketId)).steps.map(({ cause }) => cause);
    for (const time of ["03:00:00", "03:09:59"]) {
      app.clock.set(`2026-11-18T${time}Z`);
      await app.visitor().tickets.nudge({ token });
    }
    expect(await causes()).toEqual([]);
    app.clock.set("2026-11-18T03:20:00Z");
    await app.visitor().tickets.nudge({ token });
    expect(await causes()).toEqual(["nudged"]);
  });

  test("asking for help by hand is a step, too", async () => {
    app.clock.set("2026-11-18T02:00:00Z");
    const { ticketId } = await writeIn(app, wangLei);
    expect(await escalateByHand(app.deps, staff.mia, ticketId)).toMatchObject({
      level: "lead",
      cause: "by_hand",
    });
  });

  test("F011 a ladder that doesn't climb for a cause leaves the ticket where it is", async () => {
    const lead = app.as(staff.tom).settings;
    const { document, version } = await app.deps.settings.current("ladder");
    const data = structuredClone(document);
    data.triggers.nudged.enabled = false;
    await lead.save({ kind: "ladder", data, note: "", base: version });
    app.clock.set("2026-11-18T02:00:00Z");
    const receipt = await writeIn(app, wangLei);
    await answer(receipt.number, "2026-11-18T09:00:00Z");
    for (const time of ["03:00", "03:15", "03:30"]) {
      app.clock.set(`2026-11-18T${time}:00Z`);
      await app.visitor().tickets.nudge({ token: tokenOf(receipt) });
    }
    expect((await escalationsOf(app.deps, receipt.ticketId)).steps).toEqual([]);
  });
});
