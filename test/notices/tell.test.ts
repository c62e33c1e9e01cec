/** A working night at the desk: who hears what, by which way, and when. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { noticeKinds } from "../../server/notices/kinds.ts";
import { type Telling, tell } from "../../server/notices/tell.service.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { graceMiller, hireStaff, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
});
afterEach(async () => {
  app.clock.advance({ days: 1 });
  await app.ring();
  app.clock.set(wednesday);
  await app.deps.db.notification.deleteMany();
  app.mails.length = 0;
});
afterAll(() => app.stop());

const say = (telling: Telling) => app.deps.db.$transaction((tx) => tell(app.deps, tx, telling));
const inbox = async (who: keyof typeof staff) =>
  (await app.as(staff[who]).notices.mine({})).notices;
const ticketOfGrace = async () => {
  const { ticketId, number } = await writeIn(app, graceMiller);
  await app.ring();
  app.mails.length = 0;
  return { ticketId, number };
};
const choose = async (who: keyof typeof staff, over: object) => {
  const { zone, quiet } = await app.as(staff[who]).notices.preferences();
  await app.as(staff[who]).notices.savePreferences({ zone, quiet, ways: {}, ...over });
};
const night = { on: true, from: "22:00", to: "08:00", days: [1, 2, 3, 4, 5, 6, 7] };

describe("telling", () => {
  test("a breach reaches both agents, each in their language, with number and time", async () => {
    const { ticketId, number } = await ticketOfGrace();
    const dueAt = Date.parse("2026-11-18T02:00:00Z");
    await say({
      kind: "breached",
      userIds: [staff.mia.id, staff.siyuan.id],
      ticketId,
      data: { dueAt, metric: "first_reply" },
    });
    await app.ring();
    expect(app.mails.map(({ to }) => to).sort()).toEqual([
      "mia@heronby.example",
      "siyuan@heronby.example",
    ]);
    const [toMia, toSiyuan] = app.mails.toSorted((a, b) => a.to.localeCompare(b.to));
    expect(toMia!.subject).toContain(`#${number} How do I get an invoice`);
    expect(toMia!.text).toContain("first reply was due by Wed 18 Nov, 10:00");
    expect(toSiyuan!.text).toContain("已经超时");
    expect(await inbox("mia")).toMatchObject([
      { kind: "breached", number, data: { dueAt }, readAt: null },
    ]);
  });

  test("an occasion is told once, though two workers see it at the same time", async () => {
    const { ticketId } = await ticketOfGrace();
    const userIds = [staff.mia.id, staff.tom.id];
    const occasion = { kind: "promise_broken", userIds, ticketId, once: "2" } as const;
    const told = await Promise.all([say(occasion), say(occasion), say(occasion)]);
    expect(told.flat().sort()).toEqual([...userIds].sort());
    expect(await say(occasion)).toEqual([]);
    expect(await say({ ...occasion, once: "3" })).toHaveLength(2);
    await app.ring();
    expect(app.mails).toHaveLength(4);
  });

  test("what is rolled back was never told", async () => {
    const work = app.deps.db.$transaction(async (tx) => {
      await tell(app.deps, tx, { kind: "surge", userIds: [staff.tom.id] });
      throw new Error("the ticket was changed meanwhile");
    });
    await expect(work).rejects.toThrow("meanwhile");
    await app.ring();
    expect(app.mails).toEqual([]);
    expect(await inbox("tom")).toEqual([]);
  });

  test("who left is told nothing", async () => {
    const { id } = staff.xiaowen;
    await app.deps.db.user.update({ where: { id }, data: { active: false } });
    expect(await say({ kind: "surge", userIds: [id, "nobody"] })).toEqual([]);
    await app.deps.db.user.update({ where: { id }, data: { active: true } });
  });
});

describe("ways and quiet hours", () => {
  test("at night mail waits for the morning; read before, it isn't sent", async () => {
    const { ticketId, number } = await ticketOfGrace();
    await choose("mia", { quiet: night });
    app.clock.set("2026-11-18T15:00:00Z");
    await say({ kind: "mentioned", userIds: [staff.mia.id], ticketId });
    await say({ kind: "task_given", userIds: [staff.mia.id], ticketId });
    await app.ring();
    expect(app.mails).toEqual([]);
    expect(await app.as(staff.mia).notices.unread()).toBe(2);
    const [task] = await inbox("mia");
    app.clock.advance({ minutes: 5 });
    await app.as(staff.mia).notices.read({ id: task!.id });
    app.clock.set("2026-11-19T00:00:00Z");
    await app.ring();
    expect(app.mails.map(({ subject }) => subject)).toEqual([
      `You were mentioned: #${number} How do I get an invoice for my subscription?`,
    ]);
    await choose("mia", {});
  });

  test("P0 comes at once and both ways, whatever was chosen", async () => {
    const { ticketId } = await ticketOfGrace();
    await app.deps.db.ticket.update({ where: { id: ticketId }, data: { priority: "P0" } });
    await choose("mia", { quiet: night, ways: { on_call: { app: false, mail: false } } });
    app.clock.set("2026-11-18T18:00:00Z");
    await say({ kind: "on_call", userIds: [staff.mia.id], ticketId });
    await app.ring();
    expect(app.mails).toHaveLength(1);
    expect(await app.as(staff.mia).notices.unread()).toBe(1);
    await choose("mia", {});
  });

  test("without the bell it lies there read; without both ways there is nothing", async () => {
    await choose("tom", {
      ways: { surge: { app: false, mail: true }, mentioned: { app: false, mail: false } },
    });
    await say({ kind: "surge", userIds: [staff.tom.id] });
    await say({ kind: "mentioned", userIds: [staff.tom.id] });
    await app.ring();
    expect(app.mails).toHaveLength(1);
    expect(await app.as(staff.tom).notices.unread()).toBe(0);
    expect(await inbox("tom")).toMatchObject([{ kind: "surge" }]);
    await choose("tom", {});
  });

  test("everybody sees every kind with what holds for them, and refusals name the fault", async () => {
    const { ways } = await app.as(staff.ada).notices.preferences();
    expect(ways.map(({ kind }) => kind)).toEqual([...noticeKinds]);
    await expect(choose("ada", { zone: "Nowhere/Land" })).rejects.toThrow(/zone/);
  });
});

describe("the inbox", () => {
  test("unread first, page by page; read one, those of a ticket, all seen", async () => {
    const { ticketId, number } = await ticketOfGrace();
    const mia = app.as(staff.mia);
    for (let i = 0; i < 34; i++)
      await say({ kind: "warned", userIds: [staff.mia.id], ...(i % 2 ? { ticketId } : {}) });
    const first = await mia.notices.mine({});
    await mia.notices.read({ id: first.notices[0]!.id });
    const page = await mia.notices.mine({});
    expect(page.notices).toHaveLength(30);
    const rest = await mia.notices.mine({ cursor: page.next });
    expect(rest.notices).toHaveLength(4);
    expect(rest.next).toBeNull();
    expect(rest.notices.at(-1)!.id).toBe(first.notices[0]!.id);
    await mia.notices.read({ number });
    expect(await mia.notices.unread()).toBe(17);
    await say({ kind: "warned", userIds: [staff.mia.id] });
    await mia.notices.read({ upTo: page.notices[0]!.id });
    expect(await mia.notices.unread()).toBe(1);
  });

  test("nobody reads or marks another person's", async () => {
    await say({ kind: "surge", userIds: [staff.tom.id] });
    const [notice] = await inbox("tom");
    await app.as(staff.mia).notices.read({ id: notice!.id });
    expect(await inbox("mia")).toEqual([]);
    expect(await app.as(staff.tom).notices.unread()).toBe(1);
    await expect(app.visitor().notices.mine({})).rejects.toMatchObject({
      message: "sign_in_required",
    });
  });

  test("the stream of changes tells tickets to everybody, notices to whom they are for", async () => {
    const streams = [staff.tom, staff.mia].map(async (person) => app.as(person).notices.changes());
    const [toms, mias] = (await Promise.all(streams)).map((stream) =>
      stream[Symbol.asyncIterator](),
    );
    const heard = [toms!.next(), mias!.next()];
    await say({ kind: "surge", userIds: [staff.tom.id] });
    expect((await heard[0])!.value).toBe("notice");
    await writeIn(app, graceMiller);
    expect((await heard[1])!.value).toBe("ticket");
  });
});

describe("what people do at the desk", () => {
  test("a handed-over ticket is told to the new owner, one's own choice isn't", async () => {
    const { number } = await ticketOfGrace();
    const hand = async (by: keyof typeof staff, to: keyof typeof staff) => {
      const { id, version } = await app.as(staff[by]).tickets.get({ number });
      await app.as(staff[by]).tickets.assign({ ticketId: id, version, assigneeId: staff[to].id });
    };
    await hand("mia", "mia");
    await hand("mia", "siyuan");
    expect(await inbox("mia")).toEqual([]);
    expect(await inbox("siyuan")).toMatchObject([
      { kind: "assigned", number, data: { byId: staff.mia.id } },
    ]);
  });

  test("the owner hears that the customer wrote; nobody does while there is no owner", async () => {
    const { number } = await ticketOfGrace();
    // Of somebody who writes for the third time about the same thing, the lead would hear.
    const receipt = await writeIn(app, { ...graceMiller, email: "once@mail.example" });
    const token = new URL(receipt.statusUrl).searchParams.get("t")!;
    const write = () => app.visitor().tickets.write({ token, key: randomUUID(), body: "Hello?" });
    await write();
    await app.ring();
    expect(app.mails.filter(({ to }) => to.endsWith("@heronby.example"))).toEqual([]);
    const { id, version } = await app.as(staff.mia).tickets.get({ number: receipt.number });
    await app.as(staff.mia).tickets.acknowledge({ ticketId: id, version });
    await write();
    await app.ring();
    expect(app.mails.at(-1)).toMatchObject({ to: "mia@heronby.example" });
    expect(receipt.number).not.toBe(number);
  });

  test("presence and language are one's own to change", async () => {
    const tom = app.as(staff.tom);
    await tom.accounts.changeOwn({ presence: "away" });
    await tom.accounts.changeOwn({ locale: "zh" });
    expect(await tom.accounts.own()).toMatchObject({ presence: "away", locale: "zh" });
    await say({ kind: "surge", userIds: [staff.tom.id] });
    await app.ring();
    expect(app.mails.at(-1)!.subject).toBe("咨询量激增");
  });
});
