/** Waiting for somebody outside: what they were asked, and how often the customer hears of it. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweepClocks } from "#server/tickets/sweep.service.ts";
import { type TestApp, testApp } from "../app.ts";
import { faultAnswers, hireStaff, somebodyNew, writeIn } from "../cast.ts";

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

const desk = () => app.as(staff.mia);
const asked = {
  party: "顺丰",
  problem: "包裹显示签收，客户没收到。",
  wantedAt: new Date("2026-11-25T02:00:00Z"),
  points: "签收人、签收照片、派件员电话",
};
const statusOf = async (id: string) =>
  (await app.deps.db.ticket.findUniqueOrThrow({ where: { id } })).status;
const updateClocks = (ticketId: string) =>
  app.deps.db.clock.findMany({
    where: { ticketId, metric: "third_party_update" },
    orderBy: { instance: "asc" },
  });

test.each(["party", "problem", "points"] as const)(
  "F122 a record without its %s is refused",
  async (field) => {
    app.clock.set("2026-11-18T02:00:00Z");
    const { ticketId } = await writeIn(app, somebodyNew(), faultAnswers);
    const bare = desk().teamwork.askThirdParty({ ticketId, ...asked, [field]: "  " });
    await expect(bare).rejects.toThrow();
    const late = desk().teamwork.askThirdParty({ ticketId, ...asked, wantedAt: app.deps.now() });
    await expect(late).rejects.toMatchObject({ cause: { code: "due_in_past" } });
    expect(await statusOf(ticketId)).toBe("new");
  },
);

describe("F123 the customer hears every six hours", () => {
  test("of an important ticket round the clock", async () => {
    app.clock.set("2026-11-20T12:00:00Z");
    const { ticketId } = await writeIn(app, somebodyNew(), { ...faultAnswers, impact: "company" });
    await desk().teamwork.askThirdParty({ ticketId, ...asked });
    expect(await statusOf(ticketId)).toBe("waiting_third_party");
    const [clock] = await updateClocks(ticketId);
    expect(clock?.dueAt).toEqual(new Date("2026-11-20T18:00:00Z"));
  });

  test("of another when the desk opens next, and again after each update", async () => {
    app.clock.set("2026-11-20T08:00:00Z");
    const { ticketId, number } = await writeIn(app, somebodyNew(), faultAnswers);
    await desk().teamwork.askThirdParty({ ticketId, ...asked });
    const monday = new Date("2026-11-23T01:00:00Z");
    expect((await updateClocks(ticketId)).map(({ dueAt }) => dueAt)).toEqual([monday]);
    app.clock.set("2026-11-23T00:50:00Z");
    const { version } = await desk().tickets.get({ number });
    await desk().tickets.reply({
      ...{ ticketId, version, key: randomUUID(), body: "还在等对方的签收照片。", files: [] },
      ...{ next: "waiting_third_party", promiseAt: new Date("2026-11-23T06:00:00Z") },
    });
    expect((await updateClocks(ticketId)).map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ["met", monday],
      ["running", new Date("2026-11-23T06:50:00Z")],
    ]);
    app.clock.set("2026-11-23T07:00:00Z");
    await Promise.all([sweepClocks(app.deps), sweepClocks(app.deps)]);
    await sweepClocks(app.deps);
    const missed = await app.deps.db.ticketEvent.count({
      where: {
        ticketId,
        type: "breached",
        data: { path: ["metric"], equals: "third_party_update" },
      },
    });
    expect(missed).toBe(1);
  });

  test("until they answered; with the last answer the ticket is ours again", async () => {
    app.clock.set("2026-11-18T02:00:00Z");
    const { ticketId } = await writeIn(app, somebodyNew(), faultAnswers);
    const first = await desk().teamwork.askThirdParty({ ticketId, ...asked });
    const second = await desk().teamwork.askThirdParty({ ticketId, ...asked, party: "银行" });
    app.clock.advance({ hours: 1 });
    const close = (recordId: string, answer = "已补发。") =>
      desk().teamwork.closeThirdParty({ recordId, answer });
    await expect(close(first.id, " ")).rejects.toMatchObject({
      cause: { code: "answer_required" },
    });
    await close(first.id);
    expect(await statusOf(ticketId)).toBe("waiting_third_party");
    await close(second.id);
    expect(await statusOf(ticketId)).toBe("open");
    await expect(close(second.id)).rejects.toMatchObject({ cause: { code: "not_found" } });
    expect((await updateClocks(ticketId)).map(({ state }) => state)).toEqual(["cancelled"]);
  });
});
