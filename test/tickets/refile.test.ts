import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answers } from "#content/forms.ts";
import { onTicketFiled } from "#server/reactions.triage.ts";
import { type TestApp, testApp } from "../app.ts";
import { hireStaff, wangLei, writeIn } from "../cast.ts";
import { changeRules, place, standing } from "../triage/desk.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  await place(app, staff.mia, "l1");
  await place(app, staff.siyuan, "tech");
  await changeRules(app, staff.tom, (document) => {
    document.modules = [{ id: "cam", team: "l2-reports" }];
  });
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

let people = 0;
const send = async (description: string, answers: Answers = {}) => {
  const person = { ...wangLei, email: `refile${++people}@mail.example` };
  const words = { subject: "鹭屿", description, category: "" };
  const { ticketId } = await writeIn(app, person, { ...words, ...answers });
  await app.ring();
  return standing(app, ticketId);
};
type Standing = Awaited<ReturnType<typeof standing>>;
const seen = ({ id, version }: Standing) => ({ ticketId: id, version });
const again = ({ id }: Standing) => standing(app, id);
const mia = () => app.as(staff.mia).tickets;
const lastEvents = ({ events }: Standing, count: number) =>
  events.slice(-count).map(({ type, actorKind, data }) => [type, actorKind, data]);

test("F117 the tag says what it is, and says it anew when type, product or grade change", async () => {
  const ticket = await send("请问怎么设置");
  expect(ticket.tag).toBe("question-general-C");
  await mia().changePriority({ ...seen(ticket), priority: "P1", reason: "Important customer" });
  expect(await again(ticket)).toMatchObject({ tag: "question-general-A", level: "L2" });
  await mia().changeKind({ ...seen(await again(ticket)), kind: "fault", reason: "It is broken" });
  expect((await again(ticket)).tag).toBe("fault-general-A");
  const filing = { category: "setup", module: "bell", flags: [] };
  await mia().refile({ ...seen(await again(ticket)), ...filing, reason: "Doorbell" });
  expect((await again(ticket)).tag).toBe("fault-bell-A");
});

test("a change says why, and the reason is a note; without one it is refused", async () => {
  const ticket = await send("请问怎么设置");
  const silent = mia().changeKind({ ...seen(ticket), kind: "fault", reason: "  " });
  await expect(silent).rejects.toMatchObject({ cause: { code: "reason_required" } });
  await mia().changeKind({ ...seen(ticket), kind: "fault", reason: "It is broken" });
  const notes = await app.deps.db.message.findMany({
    where: { ticketId: ticket.id, kind: "note" },
  });
  expect(notes).toMatchObject([{ body: "It is broken", userId: staff.mia.id }]);
});

test("filed under a product with a second line, a ticket nobody began goes there", async () => {
  const ticket = await send("请问怎么设置");
  expect(ticket).toMatchObject({ team: "l1", assigneeId: staff.mia.id });
  await changeRules(app, staff.tom, ({ rules }) => {
    rules.unshift(
      ...rules.splice(
        rules.findIndex(({ id }) => id === "R06-module"),
        1,
      ),
    );
  });
  await mia().refile({ ...seen(ticket), category: "", module: "cam", flags: [], reason: "Camera" });
  const now = await again(ticket);
  expect(now).toMatchObject({ team: "l2-reports", assigneeId: null, kind: "fault", runs: 2 });
  expect(lastEvents(now, 4)).toEqual([
    ["filed", "agent", { category: "", module: "cam", flags: [] }],
    ["kind_changed", "system", { from: "question", to: "fault" }],
    ["assigned", "system", { teamId: "l2-reports", agentId: null }],
    ["procedure_begun", "system", { procedure: "fault", version: 1 }],
  ]);
  await changeRules(app, staff.tom, ({ rules }) => {
    rules.splice(6, 0, ...rules.splice(0, 1));
  });
});

test("whoever has begun keeps it when its team changes", async () => {
  const ticket = await send("请问怎么设置");
  await mia().acknowledge(seen(ticket));
  const filing = { category: "", module: "cam", flags: ["public"], reason: "Camera" };
  await mia().refile({ ...seen(await again(ticket)), ...filing });
  expect(await again(ticket)).toMatchObject({ assigneeId: staff.mia.id, priority: "P1" });
});

test("F015 marked as public it is at least P1, and the lead on call follows it", async () => {
  const ticket = await send("请问怎么设置");
  await mia().refile({
    ...{ ...seen(ticket), category: "", module: "", flags: ["public"] },
    reason: "It stands on a forum",
  });
  expect(await again(ticket)).toMatchObject({
    priority: "P1",
    flags: ["public"],
    watchers: [{ userId: staff.tom.id, reason: "on_call" }],
  });
});

test("F015 so is what comes by a public channel", async () => {
  const ticket = await send("请问怎么设置");
  await app.deps.db.ticket.update({ where: { id: ticket.id }, data: { channel: "social" } });
  await app.deps.db.$transaction((tx) => onTicketFiled(app.deps, tx, ticket.id));
  expect(await again(ticket)).toMatchObject({ priority: "P1", tag: "question-general-A" });
});

test("what people decided stays when the rules are asked again", async () => {
  const ticket = await send("我要投诉");
  expect(ticket).toMatchObject({ priority: "P2", team: "care", kind: "complaint" });
  await mia().changePriority({ ...seen(ticket), priority: "P3", reason: "A misunderstanding" });
  await mia().changeTeam({ ...seen(await again(ticket)), team: "l1", reason: "We can do it" });
  const filing = { category: "orders", module: "", flags: ["public"], reason: "Orders" };
  await mia().refile({ ...seen(await again(ticket)), ...filing });
  expect(await again(ticket)).toMatchObject({ priority: "P3", team: "l1", runs: 2 });
});

test("F053 raised to P0 by hand, it leaves the junior team for whoever is free in a senior one", async () => {
  const ticket = await send("请问怎么设置");
  await mia().acknowledge(seen(ticket));
  await mia().changePriority({ ...seen(await again(ticket)), priority: "P0", reason: "All down" });
  const now = await again(ticket);
  expect(now).toMatchObject({ team: "tech", assigneeId: staff.siyuan.id, level: "L1" });
  const back = mia().changeTeam({ ...seen(now), team: "l1", reason: "Ours" });
  await expect(back).rejects.toMatchObject({ cause: { code: "p0_needs_senior" } });
  const nowhere = mia().changeTeam({ ...seen(now), team: "gone", reason: "Ours" });
  await expect(nowhere).rejects.toMatchObject({ cause: { code: "team_unknown" } });
});

test("handed to a team, its freest person gets it", async () => {
  const ticket = await send("请问怎么设置");
  await mia().changeTeam({ ...seen(ticket), team: "tech", reason: "Needs a technician" });
  const now = await again(ticket);
  expect(now).toMatchObject({ team: "tech", assigneeId: staff.siyuan.id });
  expect(lastEvents(now, 1)).toEqual([
    ["assigned", "agent", { teamId: "tech", agentId: staff.siyuan.id }],
  ]);
});

test("a topic or product that the company doesn't have is refused", async () => {
  const ticket = await send("请问怎么设置");
  const filing = { flags: [], reason: "Somewhere" };
  const topic = mia().refile({ ...seen(ticket), ...filing, category: "moon", module: "" });
  await expect(topic).rejects.toMatchObject({ cause: { code: "choice_unknown" } });
  const product = mia().refile({ ...seen(ticket), ...filing, category: "", module: "rocket" });
  await expect(product).rejects.toMatchObject({ cause: { code: "choice_unknown" } });
});

test("a customer who becomes a VIP has open tickets judged again", async () => {
  const ticket = await send("请问怎么设置");
  const { customerId } = ticket;
  await app.as(staff.tom).customers.setTier({ customerId, tier: "vip" });
  const now = await again(ticket);
  expect(now).toMatchObject({ priority: "P1", watchers: [{ reason: "account_manager" }] });
  expect(lastEvents(now, 2)).toEqual([
    ["priority_changed", "system", { from: "P3", to: "P1" }],
    ["level_changed", "system", { to: "L2" }],
  ]);
  const byAgent = app.as(staff.mia).customers.setTier({ customerId, tier: "normal" });
  await expect(byAgent).rejects.toMatchObject({ cause: { code: "not_allowed" } });
});

test("another kind, topic and product are one change with one reason", async () => {
  const ticket = await send("请问怎么设置");
  const filed = { category: "orders", module: "bell", flags: [] };
  const filing = { ...filed, kind: "complaint" as const };
  await mia().refile({ ...seen(ticket), ...filing, reason: "She complains about the order" });
  const now = await again(ticket);
  expect(now).toMatchObject({ kind: "complaint", category: "orders", module: "bell" });
  expect(lastEvents(now, now.events.length - ticket.events.length).slice(0, 2)).toEqual([
    ["kind_changed", "agent", { from: "question", to: "complaint" }],
    ["filed", "agent", { category: "orders", module: "bell", flags: [] }],
  ]);
  const notes = await app.deps.db.message.count({ where: { ticketId: ticket.id, kind: "note" } });
  await mia().refile({ ...seen(now), ...filing, reason: "The same again" });
  const still = await again(ticket);
  expect(still.events.length).toBe(now.events.length);
  expect(await app.deps.db.message.count({ where: { ticketId: ticket.id, kind: "note" } })).toBe(
    notes,
  );
});

describe("F053 a P0 by hand", () => {
  let p0: Standing;
  beforeAll(async () => {
    const ticket = await send("请问怎么设置");
    await mia().changePriority({ ...seen(ticket), priority: "P0", reason: "All down" });
    await mia().assign({ ...seen(await again(ticket)), assigneeId: null });
    p0 = await again(ticket);
  });

  test("is not given to somebody of a junior team", async () => {
    const given = mia().assign({ ...seen(p0), assigneeId: staff.mia.id });
    await expect(given).rejects.toMatchObject({ cause: { code: "p0_needs_senior_person" } });
    expect((await again(p0)).assigneeId).toBeNull();
  });

  test("is not taken by a junior who answers first, but by the senior who does", async () => {
    await mia().acknowledge(seen(p0));
    expect(await again(p0)).toMatchObject({ assigneeId: null, status: "open" });
    await app.as(staff.siyuan).tickets.acknowledge(seen(await again(p0)));
    expect((await again(p0)).assigneeId).toBe(staff.siyuan.id);
  });

  test("is given to nobody who doesn't work here", async () => {
    const gone = mia().assign({ ...seen(await again(p0)), assigneeId: "nobody-of-ours" });
    await expect(gone).rejects.toMatchObject({ cause: { code: "choice_unknown" } });
  });
});

test("F037 raised to P0 by hand, whoever is on call hears of it, once", async () => {
  const { settings } = app.as(staff.tom);
  const { version: base } = await settings.current({ kind: "oncall" });
  const rotation = { id: "nights", tz: "Asia/Shanghai", handoverAt: "09:00", days: 7 };
  const rotations = [{ ...rotation, from: "2026-11-02", people: [staff.ada.id] }];
  const data = { rotations, overrides: [] };
  await settings.save({ kind: "oncall", data, note: "", base });
  const ticket = await send("请问怎么设置");
  const change = async (priority: "P0" | "P3") =>
    mia().changePriority({ ...seen(await again(ticket)), priority, reason: "All down" });
  await change("P0");
  await change("P3");
  await change("P0");
  expect((await again(ticket)).watchers).toMatchObject([
    { userId: staff.ada.id, reason: "on_call" },
  ]);
  const heard = { ticketId: ticket.id, userId: staff.ada.id, kind: "on_call" };
  expect(await app.deps.db.notification.count({ where: heard })).toBe(1);
});
