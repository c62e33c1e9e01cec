import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

const hours = (n: number) => new Date(app.deps.now().getTime() + n * 3_600_000);
const look = async (number: number) => {
  const ticket = await app.as(staff.mia).tickets.get({ number });
  return { ticket, seen: { ticketId: ticket.id, version: ticket.version } };
};
const tokenOf = ({ statusUrl }: { statusUrl: string }) => new URL(statusUrl).searchParams.get("t")!;

describe("an agent at the desk", () => {
  test("a reply carries the next promise, takes the ticket and goes out by mail", async () => {
    const receipt = await writeIn(app, graceMiller);
    const { seen } = await look(receipt.number);
    const mia = app.as(staff.mia);
    const draft = {
      ...seen,
      key: randomUUID(),
      body: "I am checking your account.",
      next: "open" as const,
    };
    await expect(mia.tickets.reply({ ...draft, promiseAt: null })).rejects.toMatchObject({
      message: "promise_required",
    });
    await expect(mia.tickets.reply({ ...draft, promiseAt: hours(-1) })).rejects.toMatchObject({
      message: "promise_in_past",
    });
    await mia.tickets.reply({ ...draft, promiseAt: hours(3) });
    const { ticket } = await look(receipt.number);
    expect(ticket).toMatchObject({
      status: "open",
      assignee: { name: "Mia Hartmann" },
      nextDueMetric: "promise",
    });
    expect(ticket.nextDueAt).toEqual(hours(3));
    await app.ring();
    expect(app.mails.at(-1)!.text).toContain("I am checking your account.");
    expect(app.mails.at(-1)!.text).toContain("00:00");
  });

  test("a note is never seen by the customer and moves no clock", async () => {
    const receipt = await writeIn(app, graceMiller);
    const before = await look(receipt.number);
    await app.as(staff.mia).tickets.note({
      ...before.seen,
      key: randomUUID(),
      body: "Seems to be the same as last week.",
    });
    const after = await look(receipt.number);
    expect(after.ticket.clocks).toEqual(before.ticket.clocks);
    const page = await app.visitor().tickets.status({ token: tokenOf(receipt) });
    expect(JSON.stringify(page)).not.toContain("last week");
  });

  test("a change of priority says why, and the clocks follow", async () => {
    const receipt = await writeIn(app, wangLei);
    const { seen } = await look(receipt.number);
    const tom = app.as(staff.tom);
    await expect(
      tom.tickets.changePriority({ ...seen, priority: "P1", reason: " " }),
    ).rejects.toMatchObject({ message: "reason_required" });
    await tom.tickets.changePriority({
      ...seen,
      priority: "P1",
      reason: "Three households in one street",
    });
    const { ticket } = await look(receipt.number);
    expect(ticket.priority).toBe("P1");
    const due = Object.fromEntries(
      ticket.clocks.map(({ metric, dueAt }) => [metric, dueAt?.toISOString()]),
    );
    expect(due).toMatchObject({
      first_reply: "2026-11-18T03:00:00.000Z",
      resolution: "2026-11-19T02:00:00.000Z",
    });
  });

  test("waiting for the customer pauses the resolution; the customer's answer ends it", async () => {
    const receipt = await writeIn(app, graceMiller);
    const { seen } = await look(receipt.number);
    await app.as(staff.mia).tickets.reply({
      ...seen,
      key: randomUUID(),
      body: "Which plan is it?",
      promiseAt: null,
      next: "waiting_customer",
    });
    const waiting = await look(receipt.number);
    expect(waiting.ticket.clocks.find(({ metric }) => metric === "resolution")).toMatchObject({
      state: "paused",
    });
    await app
      .visitor()
      .tickets.write({ token: tokenOf(receipt), key: randomUUID(), body: "Home plan." });
    const answered = await look(receipt.number);
    expect(answered.ticket.status).toBe("open");
    expect(answered.ticket.clocks.find(({ metric }) => metric === "resolution")).toMatchObject({
      state: "running",
    });
    await app.ring();
    expect(app.mails.at(-1)).toMatchObject({ to: "mia@heronby.example" });
  });

  test("two agents solve at once: one does, the other is told and nothing is overwritten", async () => {
    const receipt = await writeIn(app, graceMiller);
    const { seen } = await look(receipt.number);
    const solve = (who: typeof staff.mia, body: string) =>
      app.as(who).tickets.solve({ ...seen, key: randomUUID(), body, causeTag: "how_to" });
    const outcome = await Promise.allSettled([
      solve(staff.mia, "From Mia"),
      solve(staff.tom, "From Tom"),
    ]);
    expect(outcome.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcome.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { message: "ticket_changed" },
    });
    const { ticket } = await look(receipt.number);
    expect(ticket.messages.filter(({ kind }) => kind === "public")).toHaveLength(1);
  });

  test("solving needs a cause; a solved ticket can't be solved again", async () => {
    const receipt = await writeIn(app, graceMiller);
    const { seen } = await look(receipt.number);
    const mia = app.as(staff.mia);
    const solution = { ...seen, key: randomUUID(), body: "Done." };
    await expect(mia.tickets.solve({ ...solution, causeTag: "" })).rejects.toMatchObject({
      message: "cause_required",
    });
    await mia.tickets.solve({ ...solution, causeTag: "billing" });
    const { seen: again } = await look(receipt.number);
    await expect(
      mia.tickets.solve({ ...solution, ...again, causeTag: "billing" }),
    ).rejects.toMatchObject({ message: "ticket_already_solved" });
  });

  test("the queue is in the order of the next due time, and closed to strangers", async () => {
    const { tickets, counts } = await app.as(staff.mia).tickets.queue({ view: "open" });
    const due = tickets.map(({ nextDueAt }) => nextDueAt?.getTime() ?? Number.POSITIVE_INFINITY);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(counts.open).toBe(tickets.length);
    await expect(app.visitor().tickets.queue({ view: "open" })).rejects.toMatchObject({
      message: "sign_in_required",
    });
  });
});

describe("a customer with the status link", () => {
  test("reads who has it, what is next and by when", async () => {
    const receipt = await writeIn(app, wangLei);
    const token = tokenOf(receipt);
    const headline = async () => (await app.visitor().tickets.status({ token })).headline;
    expect(await headline()).toEqual({ state: "received", by: receipt.firstReplyBy });
    const { seen } = await look(receipt.number);
    await app.as(staff.siyuan).tickets.acknowledge(seen);
    expect(await headline()).toEqual({
      state: "assigned",
      owner: "陈思远",
      by: receipt.firstReplyBy,
    });
    const { seen: later } = await look(receipt.number);
    await app.as(staff.siyuan).tickets.reply({
      ...later,
      key: randomUUID(),
      body: "正在核对。",
      promiseAt: hours(2),
      next: "open",
    });
    expect(await headline()).toEqual({ state: "promised", owner: "陈思远", by: hours(2) });
    app.clock.advance({ hours: 3 });
    expect(await headline()).toMatchObject({ state: "late", owner: "陈思远" });
    app.clock.advance({ hours: -3 });
  });

  test("nudges, says it isn't solved, then that it is", async () => {
    const receipt = await writeIn(app, graceMiller);
    const token = tokenOf(receipt);
    const grace = app.visitor();
    await grace.tickets.nudge({ token });
    const { seen } = await look(receipt.number);
    await app
      .as(staff.mia)
      .tickets.solve({ ...seen, key: randomUUID(), body: "Fixed.", causeTag: "billing" });
    await grace.tickets.judge({ token, solved: false });
    expect((await look(receipt.number)).ticket.status).toBe("open");
    const { seen: again } = await look(receipt.number);
    await app
      .as(staff.mia)
      .tickets.solve({ ...again, key: randomUUID(), body: "Now it is.", causeTag: "billing" });
    await grace.tickets.judge({ token, solved: true });
    const { ticket } = await look(receipt.number);
    expect(ticket.status).toBe("closed");
    expect(ticket.events.map(({ type }) => type)).toEqual([
      "created",
      "public_reply",
      "assigned",
      "nudged",
      "assigned",
      "public_reply",
      "cause_set",
      "status_changed",
      "verify_sent",
      "reopened",
      "public_reply",
      "cause_set",
      "status_changed",
      "verify_sent",
      "solution_confirmed",
      "status_changed",
      "survey_sent",
    ]);
  });

  test("a message sent twice is one message", async () => {
    const receipt = await writeIn(app, graceMiller);
    const token = tokenOf(receipt);
    const key = randomUUID();
    await app.visitor().tickets.write({ token, key, body: "One more thing." });
    await app.visitor().tickets.write({ token, key, body: "One more thing." });
    const { messages } = await app.visitor().tickets.status({ token });
    expect(messages.filter(({ body }) => body === "One more thing.")).toHaveLength(1);
  });

  test("a forged link is refused, an expired one gets a new mail", async () => {
    const receipt = await writeIn(app, graceMiller);
    const token = tokenOf(receipt);
    const [id, expiry, signature] = token.split(".") as [string, string, string];
    const forged = [
      `${id}.zzzz.${signature}`,
      `${"0".repeat(32)}.${expiry}.${signature}`,
      "nonsense",
      "",
      `${token}${"x".repeat(200)}`,
      "x".repeat(500_000),
    ];
    for (const bad of forged) {
      await expect(app.visitor().tickets.status({ token: bad })).rejects.toMatchObject({
        message: "link_invalid",
      });
    }
    app.clock.advance({ days: 181 });
    await expect(app.visitor().tickets.status({ token })).rejects.toMatchObject({
      message: "link_expired",
    });
    await app.ring();
    await app.visitor().tickets.newLink({ token });
    await app.ring();
    const link = /https?:\S+\?t=(\S+)/.exec(app.mails.at(-1)!.text)![1]!;
    expect((await app.visitor().tickets.status({ token: link })).number).toBe(receipt.number);
    app.clock.advance({ days: -181 });
  });
});

test("the log can't be edited", async () => {
  const receipt = await writeIn(app, graceMiller);
  const where = { ticketId: receipt.ticketId };
  await expect(
    app.deps.db.ticketEvent.updateMany({ where, data: { type: "closed" } }),
  ).rejects.toThrow();
  await expect(app.deps.db.ticketEvent.deleteMany({ where })).rejects.toThrow();
});
