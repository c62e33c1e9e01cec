/** Another system hears of tickets: signed, once, again after a failure, and never of what wasn't. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { tryDelivery } from "../../server/notices/delivery.service.ts";
import { signatureOf } from "../../server/notices/signature.service.ts";
import { mostTries } from "../../server/notices/webhookevents.ts";
import { sweepDeliveries, ticketWebhook, webhook } from "../../server/notices/webhooks.service.ts";
import { onArticlePublished } from "../../server/reactions.ts";
import { sweepClocks } from "../../server/tickets/sweep.service.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { graceMiller, hireStaff, writeIn } from "../cast.ts";
import { openReceiver, type Receiver } from "./receiver.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
let receiver: Receiver;

beforeAll(async () => {
  app = await testApp({ env: { WEBHOOKS_PRIVATE: "allow" } });
  staff = await hireStaff(app);
  receiver = await openReceiver();
});
afterEach(async () => {
  app.clock.advance({ days: 3 });
  await app.ring();
  app.clock.set(wednesday);
  await app.deps.db.webhook.deleteMany();
  receiver.received.length = 0;
  receiver.answers.length = 0;
});
afterAll(async () => {
  await receiver.close();
  await app.stop();
});

const admin = () => app.as(staff.ada).webhooks;
const add = (events: string[] = [], url = receiver.url) =>
  admin().create({ name: "Warehouse", url, events: events as never });
const log = async (id: string) => (await admin().deliveries({ id })).deliveries;
const heard = () => receiver.received.map(({ headers }) => headers["answerable-event"]);

describe("a delivery", () => {
  test("carries what happened and no words, signed with the key that was shown", async () => {
    const { id, secret } = await add(["ticket.created"]);
    const { number, ticketId } = await writeIn(app, graceMiller);
    await app.ring();
    const { headers, body } = receiver.received[0]!;
    const payload = JSON.parse(body);
    expect(payload).toMatchObject({
      event: "ticket.created",
      at: "2026-11-18T02:00:00.000Z",
      ticket: {
        id: ticketId,
        number,
        status: "new",
        category: "invoices",
        link: `http://localhost:4321/console/tickets/${number}`,
      },
    });
    expect(body).not.toMatch(/Grace|invoice for|mail\.example/);
    const timestamp = headers["answerable-timestamp"] as string;
    expect(Number(timestamp)).toBe(Date.parse("2026-11-18T02:00:00Z") / 1000);
    expect(headers["answerable-signature"]).toBe(`v1=${signatureOf(secret, timestamp, body)}`);
    expect(await log(id)).toMatchObject([
      { id: BigInt(headers["answerable-delivery"] as string), status: 204, error: "", tries: 1 },
    ]);
  });

  test("comes again after a failure, later each time, and stops once it arrived", async () => {
    const { id } = await add(["ticket.created"]);
    receiver.answers.push(500, 503);
    await writeIn(app, graceMiller);
    await app.ring();
    expect(await log(id)).toMatchObject([
      { tries: 1, status: 500, error: "refused", doneAt: null },
    ]);
    // The bell of the first try again, as after a crash of the worker that answered it.
    const delivery = String((await log(id))[0]!.id);
    await tryDelivery(app.deps, { delivery, tries: 0 });
    app.clock.advance({ seconds: 9 });
    await app.ring();
    expect(receiver.received).toHaveLength(1);
    app.clock.advance({ seconds: 1 });
    await app.ring();
    app.clock.advance({ seconds: 59 });
    await app.ring();
    expect(receiver.received).toHaveLength(2);
    app.clock.advance({ seconds: 1 });
    await app.ring();
    app.clock.advance({ days: 2 });
    await app.ring();
    expect(receiver.received).toHaveLength(3);
    const ids = receiver.received.map(({ headers }) => headers["answerable-delivery"]);
    expect(new Set(ids).size).toBe(1);
    expect(await log(id)).toMatchObject([{ tries: 3, status: 204, error: "" }]);
  });

  test("is given up after the last try, shown so, and can be sent again", async () => {
    const { id } = await add(["ticket.created"]);
    receiver.answers.push(...Array(mostTries).fill(500));
    await writeIn(app, graceMiller);
    await app.ring();
    const [first] = await log(id);
    await expect(admin().sendAgain({ id: first!.id })).rejects.toMatchObject({
      message: "delivery_under_way",
    });
    for (let hour = 0; hour < 40; hour++) {
      app.clock.advance({ hours: 1 });
      await app.ring();
    }
    expect(receiver.received).toHaveLength(mostTries);
    const [given] = await log(id);
    expect(given).toMatchObject({ tries: mostTries, status: 500, error: "refused" });
    expect(given!.doneAt).not.toBeNull();
    await admin().sendAgain({ id: given!.id });
    await app.ring();
    expect(await log(id)).toMatchObject([{ id: given!.id, tries: 1, status: 204, error: "" }]);
  });

  test("is made once by two workers at the same time", async () => {
    await add(["ticket.created"]);
    await writeIn(app, graceMiller);
    const job = (await app.waiting()).find(({ name }) => name === "webhook")!;
    const data = job.data as { delivery: string; tries: number };
    receiver.answers.push("slow", "slow", "slow");
    await Promise.all([1, 2, 3].map(() => tryDelivery(app.deps, data)));
    await tryDelivery(app.deps, data);
    await app.ring();
    expect(heard()).toEqual(["ticket.created"]);
  });

  test("doesn't exist when its transaction was rolled back", async () => {
    const { id } = await add();
    const { ticketId } = await writeIn(app, graceMiller);
    await app.ring();
    const before = await log(id);
    const work = app.deps.db.$transaction(async (tx) => {
      await ticketWebhook(app.deps, tx, "ticket.escalated", ticketId, {
        escalation: { cause: "nudged", level: "lead" },
      });
      throw new Error("somebody was faster");
    });
    await expect(work).rejects.toThrow("faster");
    await app.ring();
    expect(heard()).toEqual(["ticket.created"]);
    expect(await log(id)).toEqual(before);
  });

  test("to a private address is given up at once, and a switched-off one gets nothing", async () => {
    const { id } = await add(["incident.opened"], "https://127.0.0.1:1/");
    const { env } = app.deps;
    const event = () =>
      app.deps.db.$transaction((tx) =>
        webhook(app.deps, tx, "incident.opened", {
          incident: { id: randomUUID(), number: 1, category: "network", region: "" },
        }),
      );
    app.deps.env = { ...env, WEBHOOKS_PRIVATE: "refuse" };
    await event();
    await app.ring();
    const given = { tries: 1, status: null, error: "private_address", doneAt: wednesday };
    expect(await log(id)).toMatchObject([given]);
    await expect(add([], receiver.url)).rejects.toMatchObject({ message: "webhook_insecure" });
    app.deps.env = env;
    await event();
    const change = { id, name: "Warehouse", url: receiver.url, events: [] };
    await admin().save({ ...change, active: false });
    await app.ring();
    await event();
    expect((await log(id)).map(({ error }) => error)).toEqual(["switched_off", "private_address"]);
    expect(receiver.received).toEqual([]);
  });
});

describe("the life of a ticket", () => {
  test("is heard of from beginning to end, by those who want it", async () => {
    await add();
    await add(["ticket.solved"]);
    const receipt = await writeIn(app, graceMiller);
    const mia = app.as(staff.mia).tickets;
    const seen = async () => {
      const { id, version } = await mia.get({ number: receipt.number });
      return { ticketId: id, version, key: randomUUID() };
    };
    const promiseAt = new Date(app.deps.now().getTime() + 3_600_000);
    await mia.reply({ ...(await seen()), body: "I'm on it.", promiseAt, next: "open" });
    await mia.solve({ ...(await seen()), body: "Here it is.", causeTag: "billing" });
    const token = new URL(receipt.statusUrl).searchParams.get("t")!;
    await app.visitor().tickets.judge({ token, solved: false });
    await mia.solve({ ...(await seen()), body: "And now?", causeTag: "billing" });
    await app.visitor().tickets.judge({ token, solved: true });
    await app.ring();
    const counts = Object.groupBy(heard(), (event) => String(event));
    expect(Object.entries(counts).map(([event, all]) => [event, all!.length])).toEqual([
      ["ticket.created", 1],
      ["ticket.replied", 1],
      ["ticket.solved", 4],
      ["ticket.reopened", 1],
      ["ticket.closed", 1],
    ]);
  });
});

test("a promise that is broken is told to its owner once, and to other systems", async () => {
  await add(["promise.broken"]);
  const { number } = await writeIn(app, graceMiller);
  const { id: ticketId, version } = await app.as(staff.mia).tickets.get({ number });
  const promiseAt = new Date(app.deps.now().getTime() + 3_600_000);
  const reply = { key: randomUUID(), body: "Wait a moment.", next: "open" as const };
  await app.as(staff.mia).tickets.reply({ ticketId, version, ...reply, files: [], promiseAt });
  await app.ring();
  app.mails.length = 0;
  app.clock.set(new Date(promiseAt.getTime() + 2000));
  await sweepClocks(app.deps);
  await sweepClocks(app.deps);
  await app.ring();
  const [{ body } = { body: "{}" }, ...more] = receiver.received;
  expect(more).toEqual([]);
  expect(JSON.parse(body)).toMatchObject({
    event: "promise.broken",
    ticket: { number },
    clock: { metric: "promise", instance: 1, dueAt: promiseAt.toISOString() },
  });
  const toMia = app.mails.filter(({ to }) => to === "mia@heronby.example");
  expect(toMia.map(({ subject }) => subject)).toContainEqual(
    expect.stringContaining(`Promise broken: #${number}`),
  );
});

test("an article that is published is heard of with its address", async () => {
  await add(["article.published"]);
  const article = { id: "connect", locale: "en", path: "en/setup/connect" };
  await app.deps.db.$transaction((tx) => onArticlePublished(app.deps, tx, article));
  await app.ring();
  expect(JSON.parse(receiver.received[0]!.body)).toEqual({
    event: "article.published",
    at: "2026-11-18T02:00:00.000Z",
    article: { id: "connect", locale: "en", link: "http://localhost:4321/en/setup/connect/" },
  });
});

describe("administrators", () => {
  test("alone see, make and change them; the key is never shown again", async () => {
    const { id, secret } = await add(["ticket.created"]);
    const listed = await admin().list();
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(listed.webhooks).toMatchObject([{ id, name: "Warehouse", active: true, last: null }]);
    for (const who of [staff.mia, staff.tom, staff.xiaowen]) {
      const refused = { message: "not_allowed" };
      await expect(app.as(who).webhooks.list()).rejects.toMatchObject(refused);
      await expect(app.as(who).webhooks.test({ id })).rejects.toMatchObject(refused);
      await expect(app.as(who).webhooks.deliveries({ id })).rejects.toMatchObject(refused);
    }
  });

  test("try an address out, and each deed is written down without words or keys", async () => {
    const begun = await app.deps.db.auditEntry.count();
    const { id, secret } = await add(["ticket.created"]);
    await admin().test({ id });
    await app.ring();
    expect(heard()).toEqual(["test"]);
    expect((await admin().list()).webhooks[0]!.last).toMatchObject({ status: 204, error: "" });
    await admin().save({ id, name: "Store", url: receiver.url, events: [], active: true });
    await admin().sendAgain({ id: (await log(id))[0]!.id });
    await app.ring();
    await admin().remove({ id });
    await expect(admin().test({ id })).rejects.toMatchObject({ message: "not_found" });
    const audit = await app.deps.db.auditEntry.findMany({ orderBy: { id: "asc" }, skip: begun });
    expect(audit.map(({ action }) => action)).toEqual([
      "webhook_created",
      "webhook_tested",
      "webhook_saved",
      "webhook_resent",
      "webhook_removed",
    ]);
    expect(audit.every(({ userId }) => userId === staff.ada.id)).toBe(true);
    expect(JSON.stringify(audit.map(({ data }) => data))).not.toMatch(/Warehouse|Store|127\.0/);
    expect(JSON.stringify(audit.map(({ data }) => data))).not.toContain(secret);
  });

  test("find the log for 30 days", async () => {
    const { id } = await add(["ticket.created"]);
    await admin().test({ id });
    await app.ring();
    app.clock.advance({ days: 29 });
    await admin().test({ id });
    await app.ring();
    expect(await sweepDeliveries(app.deps)).toBe(0);
    app.clock.advance({ days: 2 });
    expect(await sweepDeliveries(app.deps)).toBe(1);
    expect(await log(id)).toHaveLength(1);
  });
});
