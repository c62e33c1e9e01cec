/** Somebody calls, comes by or is written about: an agent opens the ticket for them. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answers } from "#content/forms.ts";
import type { StaffChannel } from "#server/tickets/channels.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, somebodyNew, writeIn } from "../cast.ts";
import { place, standing } from "../triage/desk.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  await place(app, staff.mia, "l1");
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const inAnHour = () => new Date(app.deps.now().getTime() + 3_600_000);

type Also = { answers?: Answers; told?: string; promiseAt?: Date | null; key?: string };

function opening(channel: StaffChannel, { answers, ...also }: Also = {}) {
  const { name, email } = somebodyNew();
  const asked = { kind: "question", subject: "Invoice", description: "Where is my invoice?" };
  return {
    channel,
    told: "You get it by mail today.",
    promiseAt: inAnHour(),
    replyKey: randomUUID(),
    ...also,
    submission: {
      ...{ key: also.key ?? randomUUID(), form: "contact", locale: "en" as const, context: {} },
      writtenAt: app.deps.now(),
      answers: { ...asked, name, email, ...answers },
    },
  };
}

const mia = () => app.as(staff.mia).tickets;
const clocksOf = async (ticketId: string) => {
  const clocks = await app.deps.db.clock.findMany({ where: { ticketId } });
  return Object.fromEntries(clocks.map(({ metric, state }) => [metric, state]));
};

describe("F039, F085 every way in ends in the same kind of ticket", () => {
  test.each(["phone", "walk_in", "manager", "social"] as const)("%s", async (channel) => {
    const { ticketId, number } = await mia().openFor(opening(channel));
    const page = await mia().get({ number });
    expect(page).toMatchObject({ channel, subject: "Invoice", category: "", status: "open" });
    expect(page.snapshot!.data).toMatchObject({ form: "contact" });
    expect(page.messages.map(({ kind, body }) => [kind, body])).toEqual([
      ["customer", "Where is my invoice?"],
      ["public", "You get it by mail today."],
    ]);
    const { events, assigneeId } = await standing(app, ticketId);
    expect(assigneeId).toBe(staff.mia.id);
    expect(events[0]).toMatchObject({
      ...{ type: "created", actorKind: "agent", actorId: staff.mia.id },
    });
  });
});

test("F042 what was found where others read it carries the mark from the start", async () => {
  const { ticketId, number } = await mia().openFor(opening("social"));
  expect(await standing(app, ticketId)).toMatchObject({ flags: ["public"], priority: "P1" });
  const { tickets } = await mia().queue({ view: "open", text: String(number) });
  expect(tickets).toMatchObject([{ flags: ["public"] }]);
  expect((await mia().get({ number })).flags).toEqual(["public"]);
});

describe("F103 somebody who was there was answered there", () => {
  test("a VIP on the phone: the clock of 30 seconds is kept with the call", async () => {
    const vip = opening("phone");
    const { email, name } = vip.submission.answers;
    await app.deps.db.customer.create({
      data: { email, name, tier: "vip", locale: "en" } as never,
    });
    const { ticketId } = await mia().openFor(vip);
    expect(await clocksOf(ticketId)).toMatchObject({
      ...{ live_answer: "met", first_reply: "met", ack: "met", promise: "running" },
    });
  });

  test("anybody else on the phone owes the automatic reply of a minute", async () => {
    const { ticketId } = await mia().openFor(opening("walk_in"));
    const clocks = await clocksOf(ticketId);
    expect(clocks).toMatchObject({ live_receipt: "met" });
    expect(clocks.async_feedback).toBeUndefined();
  });

  test("nothing is opened while it isn't written what they were told, and when they hear more", async () => {
    const before = await app.deps.db.ticket.count();
    const silent = mia().openFor(opening("phone", { told: " " }));
    await expect(silent).rejects.toMatchObject({ cause: { code: "field_required" } });
    const open = mia().openFor(opening("phone", { promiseAt: null }));
    await expect(open).rejects.toMatchObject({ cause: { code: "promise_required" } });
    const past = mia().openFor(opening("phone", { promiseAt: app.deps.now() }));
    await expect(past).rejects.toMatchObject({ cause: { code: "promise_in_past" } });
    expect(await app.deps.db.ticket.count()).toBe(before);
  });

  test("what an account manager passes on may wait for its first reply", async () => {
    const passed = opening("manager", { told: "", promiseAt: null });
    const { ticketId } = await mia().openFor(passed);
    expect(await clocksOf(ticketId)).toMatchObject({ first_reply: "running" });
    expect(await standing(app, ticketId)).toMatchObject({ status: "new" });
  });
});

test("sent twice it is one ticket with one reply", async () => {
  const call = opening("phone");
  const first = await mia().openFor(call);
  const again = await mia().openFor(call);
  expect(again.number).toBe(first.number);
  expect((await mia().get({ number: first.number })).messages).toHaveLength(2);
});

test("whoever is known is found by name, address or company, and stays who they are", async () => {
  await writeIn(app, graceMiller, { company: "Miller & Sons" });
  const { customers } = app.as(staff.mia);
  for (const text of ["grace", "miller & s", "GRACE.MILLER@"])
    expect(await customers.find({ text })).toMatchObject([{ email: graceMiller.email }]);
  expect(await customers.find({ text: " " })).toEqual([]);
  const { email } = graceMiller;
  await mia().openFor(opening("phone", { answers: { email, name: "G. M.", phone: "555 0100" } }));
  expect(await customers.find({ text: "miller" })).toMatchObject([
    { name: "Grace Miller", company: "Miller & Sons", phone: "555 0100" },
  ]);
  await expect(app.visitor({}).customers.find({ text: "grace" })).rejects.toMatchObject({
    cause: { code: "sign_in_required" },
  });
});
