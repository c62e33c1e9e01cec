/** Who has seen what: the desk a new ticket, the customer an answer. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../app.ts";
import { hireStaff, somebodyNew, writeIn } from "../cast.ts";
import { standing } from "../triage/desk.ts";

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

const mia = () => app.as(staff.mia).tickets;
const visitor = () => app.visitor({}).tickets;

async function sent() {
  const { ticketId, number, statusUrl } = await writeIn(app, somebodyNew());
  return { ticketId, number, token: new URL(statusUrl).searchParams.get("t")! };
}

async function answer(ticketId: string, body: string): Promise<void> {
  const { version } = await standing(app, ticketId);
  const promiseAt = new Date(app.deps.now().getTime() + 3_600_000);
  const seen = { ticketId, version, key: randomUUID(), files: [] };
  await mia().reply({ ...seen, body, promiseAt, next: "open" });
}

const eventsOf = async (ticketId: string, type: string) =>
  (await standing(app, ticketId)).events.filter((event) => event.type === type);

describe("F024 a new ticket that somebody at the desk opens", () => {
  test("is logged with the first who did, and its version stays", async () => {
    const { ticketId } = await sent();
    const before = await standing(app, ticketId);
    await mia().opened({ ticketId });
    await app.as(staff.siyuan).tickets.opened({ ticketId });
    expect(await eventsOf(ticketId, "read_receipt")).toMatchObject([
      { actorKind: "agent", actorId: staff.mia.id },
    ]);
    expect((await standing(app, ticketId)).version).toBe(before.version);
  });

  test("isn't when somebody has begun with it already", async () => {
    const { ticketId } = await sent();
    await mia().acknowledge({ ticketId, version: (await standing(app, ticketId)).version });
    await mia().opened({ ticketId });
    expect(await eventsOf(ticketId, "read_receipt")).toEqual([]);
  });

  test("is acknowledged by it where the policy says so, and by the mark anywhere", async () => {
    const ack = async (ticketId: string) =>
      (await app.deps.db.clock.findFirstOrThrow({ where: { ticketId, metric: "ack" } })).state;
    const plain = await sent();
    await mia().opened(plain);
    expect(await ack(plain.ticketId)).toBe("running");
    const { version } = await standing(app, plain.ticketId);
    await mia().acknowledge({ ticketId: plain.ticketId, version });
    expect(await ack(plain.ticketId)).toBe("met");

    const { settings } = app.as(staff.tom);
    const { version: base, document } = await settings.current({ kind: "sla" });
    const book = structuredClone(document) as { policies: { readReceipts: boolean }[] };
    for (const policy of book.policies) policy.readReceipts = true;
    await settings.save({ kind: "sla", data: book, note: "", base });
    const counted = await sent();
    await mia().opened(counted);
    expect(await ack(counted.ticketId)).toBe("met");
  });
});

describe("an answer that the customer reads", () => {
  test("is logged once, and the next one again; who read it is not kept", async () => {
    const { ticketId, number, token } = await sent();
    await visitor().read({ token });
    expect(await eventsOf(ticketId, "reply_read")).toEqual([]);
    await answer(ticketId, "We are looking at it.");
    await visitor().read({ token });
    await visitor().read({ token });
    await answer(ticketId, "Found it.");
    await visitor().read({ token });
    const { messages } = await mia().get({ number });
    const answers = messages.filter(({ kind }) => kind === "public");
    expect(await eventsOf(ticketId, "reply_read")).toMatchObject(
      answers.map(({ id }) => ({ actorKind: "customer", actorId: null, data: { messageId: id } })),
    );
  });

  test("is not logged for a link that isn't ours", async () => {
    await expect(visitor().read({ token: "forged" })).rejects.toMatchObject({
      cause: { code: "link_invalid" },
    });
  });

  test("is no affair of a company that wants no receipts", async () => {
    const { ticketId, token } = await sent();
    await answer(ticketId, "We are looking at it.");
    expect((await visitor().status({ token })).receipts).toBe(true);
    const { content } = app.deps;
    const site = { ...content().site, receipts: false };
    Object.assign(app.deps, { content: () => ({ ...content(), site }) });
    try {
      expect((await visitor().status({ token })).receipts).toBe(false);
      await visitor().read({ token });
      expect(await eventsOf(ticketId, "reply_read")).toEqual([]);
    } finally {
      Object.assign(app.deps, { content });
    }
  });
});
