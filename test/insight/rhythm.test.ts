/** Whether customers hear of the desk: five tickets of Monday, by hand and by the rule. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MeasureId } from "../../server/insight/measures.ts";
import { silencesOf } from "../../server/sla/silence.ts";
import { clockLogs } from "../../server/tickets/tickets.repo.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
const week = { from: "2026-11-16", to: "2026-11-22" };
const at = (time: string) => app.clock.set(`2026-11-${time}:00+08:00`);

async function reply(number: number, promise: string | null) {
  const mia = app.as(staff.mia);
  const { id, version } = (await mia.tickets.get({ number }))!;
  await mia.tickets.reply({
    ...{ ticketId: id, version, key: randomUUID(), body: "We are looking into it." },
    promiseAt: promise ? new Date(`2026-11-${promise}:00+08:00`) : null,
    next: promise ? "open" : "waiting_customer",
  });
}

/**
 * The first promise is kept and the next one broken, in a silence of two days; the second ticket waits
 * for its customer; the third never heard a word, so it owes a first reply and no rhythm yet.
 */
beforeAll(async () => {
  app = await testApp({ at: new Date("2026-11-16T10:00:00+08:00") });
  staff = await hireStaff(app);
  const promised = await writeIn(app, wangLei);
  const waiting = await writeIn(app, graceMiller);
  at("16T15:00");
  await writeIn(app, graceMiller, { subject: "Nobody has answered this one" });
  at("16T11:00");
  await reply(promised.number, "16T14:00");
  await reply(waiting.number, null);
  at("16T13:00");
  await reply(promised.number, "17T12:00");
  at("18T18:01");
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const rhythm = () => app.as(staff.tom).insight.rhythm(week);
const rowsOf = (measure: MeasureId) =>
  app.as(staff.tom).insight.rows({ measure, filter: week, page: 0 });

test("kept is what was kept of what came due", async () => {
  expect((await rhythm()).kept).toMatchObject({ x: 1, n: 2, show: "counts" });
});

test("a ticket is silent once it has waited longer than its cadence, not before", async () => {
  expect((await rhythm()).silent).toMatchObject({ x: 1, n: 2 });
  expect((await rowsOf("silent_tickets")).rows).toMatchObject([
    { number: 10001, clock: "cadence", state: "missed", stopped: null },
  ]);
  expect((await rowsOf("rhythm_tickets")).total).toBe(2);
  at("17T17:59");
  expect((await rhythm()).silent).toMatchObject({ x: 0, n: 2 });
  at("18T18:01");
});

test("the longest silence is that of the rule, over all logs", async () => {
  const ids = (await app.deps.db.ticket.findMany({ select: { id: true } })).map(({ id }) => id);
  const logs = [...(await clockLogs(app.deps.db, ids)).values()];
  const now = app.deps.now().getTime();
  const seconds = logs.flatMap((log) => silencesOf(log, now).map((each) => each.seconds));
  const { longest } = await rhythm();
  expect(longest).toMatchObject({
    ...{ number: 10001, seconds: Math.max(...seconds), to: null },
    from: new Date("2026-11-16T13:00:00+08:00"),
  });
});

test("of nothing there is no longest", async () => {
  const filter = { from: "2026-10-01", to: "2026-10-02" };
  expect(await app.as(staff.tom).insight.rhythm(filter)).toMatchObject({
    longest: null,
    silent: { n: 0 },
  });
});
