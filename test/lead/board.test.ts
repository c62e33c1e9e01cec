/** Two days of a desk that falls behind, as its lead sees them. Each test goes on where the last one ended. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Agent } from "../../server/deps.ts";
import { type Block, blocks } from "../../server/lead/blocks.ts";
import { sweepClocks } from "../../server/tickets/sweep.service.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, signIn, wangLei, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
const numbers = { money: 0, camera: 0, asked: 0, invoice: 0 };
const fault = {
  ...{ kind: "fault", module: "cam", category: "troubleshooting", since: "2026-11-15T02:00" },
  ...{ steps: "Restarted the router.", evidence: { waived: "It only happens at night" } },
};

const time = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const at = (text: string) => app.clock.set(time(text));

async function reply(who: Agent, number: number, promiseAt: Date | null) {
  const { id, version } = (await app.as(who).tickets.get({ number }))!;
  await app.as(who).tickets.reply({
    ...{ ticketId: id, version, key: randomUUID(), body: "We are looking into it.", promiseAt },
    next: promiseAt ? "open" : "waiting_customer",
  });
}

/** Monday at ten: a P1, two P2 and a question come in; at eleven Mia promises one word and asks for another. */
beforeAll(async () => {
  app = await testApp({ at: time("16T10:00") });
  staff = await hireStaff(app);
  numbers.money = (await writeIn(app, graceMiller, { ...fault, impact: "company" })).number;
  numbers.camera = (await writeIn(app, wangLei, fault)).number;
  numbers.asked = (await writeIn(app, graceMiller, fault)).number;
  numbers.invoice = (await writeIn(app, wangLei)).number;
  at("16T11:00");
  await reply(staff.mia, numbers.camera, time("16T14:00"));
  await reply(staff.mia, numbers.asked, null);
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const board = () => app.as(staff.tom).lead.board();
const silent = async () => (await board()).silence.rows.map(({ number }) => number);

async function fileOf(block: Block, who: "tom" | "mia" = "tom") {
  const http = await app.http();
  const headers = { cookie: await signIn(app, who) };
  return http.inject({ url: `/api/lead.csv?block=${block}`, headers });
}
const linesOf = async (block: Block): Promise<number> =>
  (await fileOf(block)).body.trimEnd().split("\r\n").length - 1;

describe("promises", () => {
  test("are seen two hours before they are due, with their owner", async () => {
    at("16T11:59");
    expect((await board()).promisesDue.total).toBe(0);
    at("16T12:00");
    expect((await board()).promisesDue.rows).toMatchObject([
      { number: numbers.camera, owner: "Mia Hartmann", due: time("16T14:00") },
    ]);
  });

  test("broken, they are listed by ticket, before the sweep as after it", async () => {
    at("16T14:00");
    expect((await board()).promisesBroken).toMatchObject({ total: 0 });
    at("16T14:01");
    const broken = [
      { number: numbers.camera, owner: "Mia Hartmann", due: time("16T14:00"), answered: null },
    ];
    expect((await board()).promisesBroken).toMatchObject({ unanswered: 1, rows: broken });
    await sweepClocks(app.deps);
    expect((await board()).promisesBroken).toMatchObject({ total: 1, rows: broken });
  });

  test("answered late, they stay broken until the day is over", async () => {
    at("16T14:30");
    await reply(staff.mia, numbers.camera, time("17T12:00"));
    const { promisesBroken } = await board();
    expect(promisesBroken).toMatchObject({ unanswered: 0, rows: [{ answered: time("16T14:30") }] });
    at("17T00:00");
    expect((await board()).promisesBroken.total).toBe(0);
  });
});

describe("F023 the silence list", () => {
  test("has a P1 after 24 hours", async () => {
    at("17T10:00");
    expect(await silent()).toEqual([]);
    at("17T10:01");
    expect((await board()).silence.rows).toMatchObject([
      {
        ...{ number: numbers.money, priority: "P1", owner: null, nextPromise: null },
        ...{ since: time("16T10:00"), seconds: 24 * 3600 + 60 },
      },
    ]);
  });

  test("has a P2 after a working day, with the promise that stands", async () => {
    at("17T18:00");
    expect(await silent()).toEqual([numbers.money]);
    at("17T18:01");
    const { rows } = (await board()).silence;
    expect(rows.map(({ number }) => number)).toEqual([numbers.money, numbers.camera]);
    expect(rows[1]).toMatchObject({ owner: "Mia Hartmann", nextPromise: time("17T12:00") });
  });

  test("has neither who waits for the customer nor a P3, and nobody who has heard of us", async () => {
    at("17T22:00");
    await reply(staff.siyuan, numbers.money, time("18T10:00"));
    expect(await silent()).toEqual([numbers.camera]);
  });
});

describe("F005 the load", () => {
  const loadOf = async (name: string) =>
    (await app.as(staff.tom).lead.load()).find((person) => person.name === name)!;

  test("is what a person carries, with the limit and who is there", async () => {
    expect(await loadOf("Mia Hartmann")).toMatchObject({
      ...{ open: 2, maxLoad: 15, presence: "online", role: "agent", afterHours: 0 },
      // The substantive reply to whom she only asked something.
      nextDue: time("16T14:00"),
    });
  });

  test("a P1 answered at night was answered after hours, though its clocks never stop", async () => {
    expect(await loadOf("陈思远")).toMatchObject({ open: 1, afterHours: 1 });
    at("24T21:59");
    expect(await loadOf("陈思远")).toMatchObject({ afterHours: 1 });
    at("24T22:01");
    expect(await loadOf("陈思远")).toMatchObject({ afterHours: 0 });
    at("17T22:00");
  });

  test("counts every commitment that runs, and no paused one", async () => {
    const open = await app.deps.db.clock.findMany({
      where: {
        ticket: { assigneeId: staff.mia.id },
        stoppedAt: null,
        dueAt: { not: null },
        state: { in: ["running", "breached"] },
        metric: { notIn: ["cadence", "no_progress", "handling", "third_party_update"] },
      },
    });
    expect((await loadOf("Mia Hartmann")).running).toBe(open.length);
    expect(open.length).toBeGreaterThan(0);
  });
});

test("what has climbed says how far, why and since when", async () => {
  await sweepClocks(app.deps);
  const { escalated } = await board();
  const row = escalated.rows.find(({ number }) => number === numbers.money);
  expect(row).toMatchObject({ priority: "P1", owner: "陈思远" });
  expect(["breached", "no_progress"]).toContain(row!.cause);
  const highest = await app.deps.db.escalation.findFirst({
    where: { ticket: { number: numbers.money } },
    orderBy: [{ level: "desc" }, { at: "asc" }],
  });
  expect(row).toMatchObject({ level: highest!.level, since: highest!.at });
});

test("late clocks are as many as the rows of the file, and each names the ticket to begin with", async () => {
  const { clocks } = await board();
  const total = clocks.reduce((sum, { breached, atRisk }) => sum + breached + atRisk, 0);
  expect(total).toBeGreaterThan(0);
  expect(await linesOf("clocks")).toBe(total);
  const { body } = await fileOf("clocks");
  for (const { metric, first } of clocks)
    expect(body).toMatch(new RegExp(`^${first},.*,${metric},`, "m"));
});

test("each file has as many rows as its number says", async () => {
  const { silence, promisesDue, promisesBroken, escalated } = await board();
  const counts: [Block, number][] = [
    ["silence", silence.total],
    ["promises_due", promisesDue.total],
    ["promises_broken", promisesBroken.total],
    ["escalated", escalated.total],
    ["load", (await app.as(staff.tom).lead.load()).length],
  ];
  for (const [block, count] of counts)
    expect([block, await linesOf(block)]).toEqual([block, count]);
  expect(new Set([...counts.map(([block]) => block), "clocks"])).toEqual(new Set(blocks));
});

test("is for leads and administrators", async () => {
  await expect(app.as(staff.mia).lead.board()).rejects.toThrow("not_allowed");
  await expect(app.as(staff.xiaowen).lead.load()).rejects.toThrow("not_allowed");
  await expect(app.visitor().lead.board()).rejects.toThrow("sign_in_required");
  await app.as(staff.ada).lead.board();
  expect((await fileOf("load", "mia")).statusCode).toBe(403);
  expect((await (await app.http()).inject("/api/lead.csv?block=load")).statusCode).toBe(401);
});
