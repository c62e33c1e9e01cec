import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweepClocks } from "#server/tickets/sweep.service.ts";
import { clockLog } from "#server/tickets/tickets.repo.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
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

const sweep = () => sweepClocks(app.deps);
const logOf = (ticketId: string) => clockLog(app.deps.db, ticketId);
const rowOf = (ticketId: string) =>
  app.deps.db.ticket.findUniqueOrThrow({ where: { id: ticketId } });
const misses = async (ticketId: string) =>
  (await logOf(ticketId)).flatMap((event) =>
    event.type === "breached" || event.type === "promise_broken"
      ? [[event.type === "breached" ? event.metric : "promise", new Date(event.at).toISOString()]]
      : [],
  );
const solve = async (number: number) => {
  const mia = app.as(staff.mia).tickets;
  const { id, version } = await mia.get({ number });
  const solution = { key: randomUUID(), body: "Done.", causeTag: "how_to", causeNote: "" } as const;
  await mia.solve({ ticketId: id, version, ...solution });
};
const tokenOf = ({ statusUrl }: { statusUrl: string }) => new URL(statusUrl).searchParams.get("t")!;
const hoursLater = (from: Date, hours: number, seconds = 0) =>
  new Date(from.getTime() + (hours * 3600 + seconds) * 1000);

describe("what happens by itself", () => {
  test("F001 the acknowledgement clock: met at 14:59, missed from 15:01 on", async () => {
    app.clock.set(wednesday);
    const [kept, late] = [await writeIn(app, wangLei), await writeIn(app, wangLei)];
    app.clock.set(hoursLater(wednesday, 0, 14 * 60 + 59));
    const mia = app.as(staff.mia).tickets;
    const { id: ticketId, version } = await mia.get({ number: kept.number });
    await mia.acknowledge({ ticketId, version });
    app.clock.set(hoursLater(wednesday, 0, 15 * 60 + 1));
    await sweep();
    expect(await misses(kept.ticketId)).toEqual([]);
    expect(await misses(late.ticketId)).toEqual([["ack", "2026-11-18T02:15:00.000Z"]]);
  });

  test("a job that runs days late writes each miss at its own time, and once", async () => {
    app.clock.set("2026-11-18T02:00:00Z");
    // Somebody who never wrote before: who writes again about the same thing is answered sooner.
    const { ticketId } = await writeIn(app, { ...wangLei, email: "once@mail.example" });
    app.clock.set("2026-11-23T02:00:00Z");
    await sweep();
    const first = await misses(ticketId);
    expect(first).toContainEqual(["ack", "2026-11-18T02:15:00.000Z"]);
    expect(first).toContainEqual(["first_reply", "2026-11-18T10:00:00.000Z"]);
    expect(await sweep()).toBe(0);
    expect(await misses(ticketId)).toEqual(first);
    const cached = await app.deps.db.clock.findFirstOrThrow({
      where: { ticketId, metric: "first_reply" },
    });
    expect(cached).toMatchObject({
      state: "breached",
      breachedAt: new Date("2026-11-18T10:00:00Z"),
    });
  });

  test("nothing is due before its time, and the ticket knows when to be looked at", async () => {
    app.clock.set("2026-11-24T02:00:00Z");
    const { ticketId } = await writeIn(app, graceMiller);
    await sweep();
    expect(await sweep()).toBe(0);
    // 80 % of the quarter of an hour within which somebody has seen it.
    expect((await rowOf(ticketId)).wakeAt).toEqual(new Date("2026-11-24T02:12:00Z"));
  });

  test("two workers at once settle each ticket once", async () => {
    app.clock.set("2026-11-25T02:00:00Z");
    const receipts = [];
    for (let i = 0; i < 12; i++) receipts.push(await writeIn(app, wangLei));
    app.clock.set("2026-11-25T02:16:00Z");
    const settled = await Promise.all([sweep(), sweep(), sweep()]);
    expect(settled.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(12);
    for (const { ticketId } of receipts)
      expect(await misses(ticketId)).toEqual([["ack", "2026-11-25T02:15:00.000Z"]]);
  });

  test("a worker that dies in the middle loses and doubles nothing", async () => {
    app.clock.set("2026-11-25T06:00:00Z");
    const { ticketId } = await writeIn(app, wangLei);
    app.clock.set("2026-11-25T06:16:00Z");
    const dying = {
      ...app.deps,
      db: new Proxy(app.deps.db, {
        get: (db, name) =>
          name === "$transaction"
            ? (work: (tx: unknown) => Promise<unknown>) =>
                db.$transaction(async (tx) => {
                  await work(tx);
                  throw new Error("killed before the commit");
                })
            : Reflect.get(db, name, db),
      }),
    };
    await expect(sweepClocks(dying)).rejects.toThrow("killed");
    expect(await misses(ticketId)).toEqual([]);
    await sweep();
    expect(await misses(ticketId)).toEqual([["ack", "2026-11-25T06:15:00.000Z"]]);
  });
});

describe("F128 a solved ticket that stays quiet", () => {
  const solvedAt = new Date("2026-12-01T02:00:00Z");
  const closing = hoursLater(solvedAt, 72);

  test("closes 72 hours later, at that instant and with that reason, however late the job", async () => {
    app.clock.set(solvedAt);
    const { ticketId, number } = await writeIn(app, wangLei);
    await solve(number);
    app.clock.set(closing);
    await sweep();
    expect(await rowOf(ticketId)).toMatchObject({ status: "solved" });
    app.clock.set(hoursLater(closing, 5));
    await sweep();
    expect(await rowOf(ticketId)).toMatchObject({
      status: "closed",
      closeReason: "silent",
      closedAt: hoursLater(closing, 0, 1),
    });
  });

  test("a message at exactly 72:00:00 still opens it again", async () => {
    app.clock.set(solvedAt);
    const receipt = await writeIn(app, wangLei);
    await solve(receipt.number);
    app.clock.set(closing);
    const token = tokenOf(receipt);
    await app.visitor().tickets.write({ token, key: randomUUID(), body: "还是不行", files: [] });
    app.clock.set(hoursLater(closing, 1));
    await sweep();
    expect(await rowOf(receipt.ticketId)).toMatchObject({ status: "open", closeReason: null });
  });

  test("not solved reopens it for 14 days after closing, and no longer", async () => {
    app.clock.set(solvedAt);
    const [within, after] = [await writeIn(app, wangLei), await writeIn(app, wangLei)];
    await solve(within.number);
    await solve(after.number);
    app.clock.set(hoursLater(closing, 1));
    await sweep();
    app.clock.set(hoursLater(closing, 14 * 24));
    await app.visitor().tickets.judge({ token: tokenOf(within), solved: false });
    expect(await rowOf(within.ticketId)).toMatchObject({ status: "open" });
    app.clock.set(hoursLater(closing, 14 * 24, 2));
    const late = app.visitor().tickets.judge({ token: tokenOf(after), solved: false });
    await expect(late).rejects.toMatchObject({ message: "ticket_closed" });
  });
});

test("tickets that are swept together climb each by its own steps, and each owner hears of their own", async () => {
  app.clock.set("2026-12-09T02:00:00Z");
  const receipts = [await writeIn(app, wangLei), await writeIn(app, graceMiller)];
  const owners = [staff.mia, staff.siyuan];
  for (const [index, { number }] of receipts.entries()) {
    const { id: ticketId, version } = await app.as(staff.tom).tickets.get({ number });
    const assigneeId = owners[index]!.id;
    await app.as(staff.tom).tickets.assign({ ticketId, version, assigneeId });
  }
  app.clock.set("2026-12-10T02:00:01Z");
  await sweep();
  for (const [index, { ticketId }] of receipts.entries()) {
    const steps = await app.deps.db.escalation.findMany({ where: { ticketId } });
    expect(steps).toMatchObject([{ cause: "no_progress", level: 1 }]);
    const heard = await app.deps.db.notification.findMany({
      where: { ticketId, kind: "breached" },
    });
    expect(new Set(heard.map(({ userId }) => userId))).toEqual(new Set([owners[index]!.id]));
  }
});
