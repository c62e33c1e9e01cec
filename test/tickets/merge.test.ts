/** Two tickets about one thing become one case: for the customer, for the clocks, for the desk. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { faultAnswers, hireStaff, type Person, somebodyNew, writeIn } from "../cast.ts";

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
beforeEach(() => app.clock.set(wednesday));

const desk = () => app.as(staff.mia).tickets;
const refusal = (code: string) => ({ cause: { code } });
const tokenOf = ({ statusUrl }: { statusUrl: string }) => new URL(statusUrl).searchParams.get("t")!;
const stored = (number: number) => app.deps.db.ticket.findUniqueOrThrow({ where: { number } });

/** The same person twice, ten minutes apart. */
async function twice(first: Person = somebodyNew(), second = first) {
  const older = await writeIn(app, first, faultAnswers);
  app.clock.advance({ minutes: 10 });
  const younger = await writeIn(app, second, {
    ...faultAnswers,
    description: "还是连不上，加急。",
  });
  await app.ring();
  return { older, younger };
}

const merge = async (from: number, other: number, sure = false) => {
  const { id: ticketId, version } = await desk().get({ number: from });
  return desk().merge({ ticketId, version, other, sure });
};

test("F040 a second contact shows the earlier ticket, and both become one, whichever is open", async () => {
  const { older, younger } = await twice();
  const page = await desk().get({ number: younger.number });
  expect(page.history).toMatchObject([{ number: older.number, status: "new" }]);
  expect(await merge(younger.number, older.number)).toEqual({ number: older.number });
  const one = await desk().get({ number: older.number });
  expect(one.messages.map(({ body }) => body)).toEqual([
    faultAnswers.description,
    "还是连不上，加急。",
  ]);
  expect(one.merged).toMatchObject([{ number: younger.number }]);
  expect(await desk().get({ number: younger.number })).toMatchObject({
    ...{ status: "closed", mergedInto: older.number },
  });
});

test("the older one's clocks go on, the younger one's are cancelled and nobody is asked how it was", async () => {
  const { older, younger } = await twice();
  const before = await app.deps.db.clock.findMany({ where: { ticketId: older.ticketId } });
  await merge(older.number, younger.number);
  const due = (rows: typeof before) => rows.map(({ metric, dueAt }) => [metric, dueAt]).sort();
  const after = await app.deps.db.clock.findMany({ where: { ticketId: older.ticketId } });
  expect(due(after)).toEqual(due(before));
  const gone = await app.deps.db.clock.findMany({ where: { ticketId: younger.ticketId } });
  const running = gone.filter(({ state }) => state === "running" || state === "paused");
  expect(running).toEqual([]);
  expect(await stored(younger.number)).toMatchObject({ wakeAt: null, nextDueAt: null });
  expect(await app.deps.db.survey.count({ where: { ticketId: younger.ticketId } })).toBe(0);
});

test("the younger one's link shows the older case, and what is written there lands in it", async () => {
  const { older, younger } = await twice();
  await merge(younger.number, older.number);
  const visitor = app.visitor({ locale: "zh" });
  const token = tokenOf(younger);
  const seen = await visitor.tickets.status({ token });
  expect(seen.number).toBe(older.number);
  expect(seen.messages).toHaveLength(2);
  app.clock.advance({ minutes: 1 });
  await visitor.tickets.write({ token, key: randomUUID(), body: "现在好了吗？", files: [] });
  const { messages } = await desk().get({ number: older.number });
  expect(messages.at(-1)!.body).toBe("现在好了吗？");
});

test("of three, all end in the oldest", async () => {
  const anna = somebodyNew();
  const { older, younger } = await twice(anna);
  app.clock.advance({ minutes: 10 });
  const youngest = await writeIn(app, anna, faultAnswers);
  await app.ring();
  await merge(youngest.number, younger.number);
  await merge(younger.number, older.number);
  expect(await stored(youngest.number)).toMatchObject({ mergedIntoId: older.ticketId });
  expect((await desk().get({ number: older.number })).merged).toHaveLength(2);
});

test("two addresses are merged only by somebody who is sure that they are one person", async () => {
  const { older, younger } = await twice(somebodyNew(), somebodyNew());
  await expect(merge(older.number, younger.number)).rejects.toMatchObject(
    refusal("merge_other_customer"),
  );
  expect(await merge(older.number, younger.number, true)).toEqual({ number: older.number });
});

test("what went into another ticket isn't worked on, nor merged again", async () => {
  const { older, younger } = await twice();
  const { id: ticketId } = await desk().get({ number: younger.number });
  await merge(older.number, younger.number);
  const { version } = await desk().get({ number: younger.number });
  await expect(desk().reopen({ ticketId, version })).rejects.toMatchObject({
    cause: { code: "ticket_merged", params: { number: older.number } },
  });
  await expect(merge(older.number, younger.number)).rejects.toMatchObject(refusal("ticket_merged"));
  await expect(merge(older.number, older.number)).rejects.toMatchObject(
    refusal("merge_with_itself"),
  );
});

test("an open question opens the solved ticket it goes into, unless that was closed long ago", async () => {
  const { older, younger } = await twice();
  const closed = { status: "closed", solvedAt: wednesday, closedAt: wednesday };
  await app.deps.db.ticket.update({ where: { number: older.number }, data: closed });
  app.clock.advance({ days: 15 });
  await expect(merge(younger.number, older.number)).rejects.toMatchObject(refusal("ticket_closed"));
  app.clock.set("2026-11-20T02:00:00Z");
  await merge(younger.number, older.number);
  expect(await stored(older.number)).toMatchObject({ status: "open", closedAt: null });
});

test("merged by two people at once it happens once", async () => {
  const { older, younger } = await twice();
  const both = await Promise.allSettled([
    merge(older.number, younger.number),
    merge(younger.number, older.number),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
