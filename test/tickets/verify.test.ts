import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePartitions } from "#server/deflection/retention.service.ts";
import { sweepClocks } from "#server/tickets/sweep.service.ts";
import { type Drifted, repairClocks, verifyClocks } from "#server/tickets/verify.service.ts";
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

async function drifted(): Promise<Drifted[]> {
  const all: Drifted[] = [];
  for await (const found of verifyClocks(app.deps)) all.push(...found.drifted);
  return all;
}
const fieldsOf = (found: Drifted[]) => found.flatMap(({ drifts }) => drifts);
const tokenOf = ({ statusUrl }: { statusUrl: string }) => new URL(statusUrl).searchParams.get("t")!;

type Receipt = Awaited<ReturnType<typeof writeIn>>;
type Act = (receipt: Receipt) => Promise<unknown>;

const mia = () => app.as(staff.mia).tickets;
const seen = async ({ number }: Receipt) => {
  const { id: ticketId, version } = await mia().get({ number });
  return { ticketId, version };
};
const hours = (count: number) => new Date(app.deps.now().getTime() + count * 3_600_000);
const answer = (next: "open" | "waiting_customer" | "waiting_third_party"): Act => {
  return async (receipt) =>
    mia().reply({
      ...{ ...(await seen(receipt)), key: randomUUID(), body: "We are looking.", files: [], next },
      ...{ promiseAt: next === "waiting_customer" ? null : hours(3), substantive: true },
    });
};

/** What people do at the desk and on the status page. Some of it is refused in some states. */
const acts: Record<string, Act> = {
  answer: answer("open"),
  ask: answer("waiting_customer"),
  forward: answer("waiting_third_party"),
  acknowledge: async (receipt) => mia().acknowledge(await seen(receipt)),
  raise: async (receipt) =>
    mia().changePriority({
      ...(await seen(receipt)),
      priority: "P1",
      reason: "Many are affected.",
    }),
  lower: async (receipt) =>
    mia().changePriority({ ...(await seen(receipt)), priority: "P3", reason: "One person only." }),
  assign: async (receipt) =>
    mia().assign({ ...(await seen(receipt)), assigneeId: staff.siyuan.id }),
  solve: async (receipt) =>
    mia().solve({
      ...{ ...(await seen(receipt)), key: randomUUID(), body: "Done.", causeTag: "how_to" },
      causeNote: "",
    }),
  write: (receipt) =>
    app.visitor().tickets.write({
      ...{ token: tokenOf(receipt), key: randomUUID(), body: "Any news?", files: [] },
    }),
  nudge: (receipt) => app.visitor().tickets.nudge({ token: tokenOf(receipt) }),
  judge: (receipt) => app.visitor().tickets.judge({ token: tokenOf(receipt), solved: false }),
  sweep: () => sweepClocks(app.deps),
};

test("what was changed behind our back is found, named and put right", async () => {
  const { ticketId, number } = await writeIn(app, wangLei);
  const rows = () =>
    app.deps.db.clock.findMany({ where: { ticketId }, orderBy: { metric: "asc" } });
  const before = await rows();
  const first = { ticketId_metric_instance: { ticketId, metric: "first_reply", instance: 1 } };
  const later = new Date("2026-11-30T00:00:00Z");
  await app.deps.db.clock.update({ where: first, data: { dueAt: later } });
  await app.deps.db.clock.delete({
    where: { ticketId_metric_instance: { ticketId, metric: "ack", instance: 1 } },
  });
  await app.deps.db.ticket.update({
    where: { id: ticketId },
    data: { wakeAt: null, slaVersion: 9 },
  });
  const found = await drifted();
  expect(found).toMatchObject([{ ticketId, number }]);
  expect(fieldsOf(found)).toEqual(
    expect.arrayContaining([
      {
        field: "first_reply 1 dueAt",
        cached: later.toISOString(),
        derived: "2026-11-18T10:00:00.000Z",
      },
      { field: "ack 1 state", cached: undefined, derived: "running" },
      { field: "wakeAt", cached: null, derived: "2026-11-18T02:12:00.000Z" },
      { field: "slaVersion", cached: 9, derived: 1 },
    ]),
  );
  await repairClocks(app.deps, ticketId);
  expect(await drifted()).toEqual([]);
  expect(await rows()).toEqual(before);
});

test("what the sweep has not come to yet is no difference", async () => {
  await writeIn(app, wangLei);
  app.clock.advance({ days: 9 });
  expect(await drifted()).toEqual([]);
});

test("whatever people do, in whatever order, the cache is what the logs say", async () => {
  const step = fc.tuple(
    fc.constantFrom(...Object.keys(acts)),
    fc.nat({ max: 1 }),
    fc.constantFrom(0, 7, 40, 200, 1500, 5000),
  );
  let refused = 0;
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      await makePartitions(app.deps);
      const tickets = [await writeIn(app, wangLei), await writeIn(app, graceMiller)];
      for (const [name, index, minutes] of steps) {
        app.clock.advance({ minutes });
        await acts[name]!(tickets[index]!).then(
          () => done++,
          (error) => {
            if (error.cause?.name !== "Problem") throw error;
            refused++;
          },
        );
      }
      expect(await drifted()).toEqual([]);
    }),
    { numRuns: 12, seed: 20261118 },
  );
  expect(done).toBeGreaterThan(refused);
}, 60_000);
