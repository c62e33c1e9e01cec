/** Tickets alike within an hour: proposed once, joined while undecided, never taken in silently. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { lookForBatch } from "#server/incidents/batches.service.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { hireStaff } from "../cast.ts";
import { announcer, neighbour, seesNoPicture, wave } from "./story.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeEach(async () => {
  app = await testApp({ publisher: announcer().publisher });
  staff = await hireStaff(app);
  app.clock.set(wednesday);
});
afterEach(async () => {
  await app.ring();
  await app.stop();
});

const tom = () => app.as(staff.tom).incidents;
const three = () => wave(app, [neighbour(), neighbour(), neighbour()]);
const live = async () => (await tom().list()).live;
const notices = (kind: string) =>
  app.deps.db.notification.findMany({ where: { kind, userId: staff.tom.id } });

test("F116 three of one category and region within an hour are proposed, and the lead hears of it once", async () => {
  const ids = await three();
  const [incident, ...more] = await live();
  expect(more).toEqual([]);
  expect(incident).toMatchObject({
    ...{ state: "proposed", source: "batch", category: "account", region: "Asia/Shanghai" },
    _count: { tickets: 3 },
  });
  const { tickets } = await tom().get({ number: incident!.number });
  expect(tickets.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect(await notices("incident_proposed")).toMatchObject([
    { data: { incident: incident!.number, count: 3 } },
  ]);
});

test("while nobody has decided, a fourth joins; an open one is only offered", async () => {
  await three();
  const [fourth] = await wave(app, [neighbour()]);
  const [proposed] = await live();
  expect(proposed!._count.tickets).toBe(4);
  await tom().accept({ incidentId: proposed!.id, version: proposed!.version });
  await app.ring();
  const [fifth] = await wave(app, [neighbour()]);
  expect((await live())[0]!._count.tickets).toBe(4);
  const mia = app.as(staff.mia).incidents;
  expect(await mia.ofTicket({ ticketId: fifth! })).toMatchObject({
    ...{ incident: null, offered: [{ number: proposed!.number, state: "open" }] },
  });
  expect(await mia.ofTicket({ ticketId: fourth! })).toMatchObject({
    incident: { number: proposed!.number },
  });
  const { offered } = await mia.get({ number: proposed!.number });
  expect(offered.map(({ id }) => id)).toEqual([fifth]);
});

test.each([
  ["one customer who writes three times", () => Array(3).fill(neighbour())],
  [
    "three regions",
    () => ["Asia/Shanghai", "Europe/Berlin", "America/Lima"].map((zone) => neighbour("zh", zone)),
  ],
])("%s are no incident", async (_, people) => {
  await wave(app, people());
  expect(await live()).toEqual([]);
});

test("two that were dismissed don't count again, but three new ones do", async () => {
  await three();
  const [first] = await live();
  await tom().dismiss({ incidentId: first!.id, version: first!.version, reason: "各有各的原因" });
  await wave(app, [neighbour(), neighbour()]);
  expect(await live()).toEqual([]);
  await wave(app, [neighbour()]);
  expect(await live()).toMatchObject([{ state: "proposed", _count: { tickets: 3 } }]);
});

test("rung twice and by two workers at once it makes one", async () => {
  const ids = [];
  for (let i = 0; i < 3; i++) ids.push(await seesNoPicture(app));
  await Promise.all([...ids, ...ids].map((id) => lookForBatch(app.deps, id)));
  expect(await live()).toHaveLength(1);
  expect(await notices("incident_proposed")).toHaveLength(1);
  expect(await app.deps.db.ticketEvent.count({ where: { type: "incident_joined" } })).toBe(3);
});

test("F080 after 'fixed', a ticket of the same category and region puts it in doubt and opens it again", async () => {
  await three();
  const { id, number, version } = (await live())[0]!;
  await tom().accept({ incidentId: id, version });
  const open = await tom().get({ number });
  const ending = { incidentId: id, causeTag: "product_fault", fixed: true } as const;
  await tom().resolve({ ...ending, version: open.version });
  await app.ring();
  app.clock.advance({ days: 3 });
  const [again] = await wave(app, [neighbour()]);
  await lookForBatch(app.deps, again!);
  expect(await notices("incident_proposed")).toHaveLength(2);
  const { offered } = await tom().ofTicket({ ticketId: again! });
  expect(offered).toMatchObject([{ number, state: "resolved" }]);
  await tom().reopen({ incidentId: id, version: offered[0]!.version });
  await tom().addTickets({ incidentId: id, ticketIds: [again!] });
  expect(await tom().get({ number })).toMatchObject({ state: "open", fixed: false });
  app.clock.advance({ days: 40 });
  await app.ring();
});

test("F080 after thirty days it is a new problem", async () => {
  await three();
  const { id, number, version } = (await live())[0]!;
  await tom().accept({ incidentId: id, version });
  const seen = { incidentId: id, version: (await tom().get({ number })).version };
  await tom().resolve({ ...seen, causeTag: "product_fault", fixed: true });
  app.clock.advance({ days: 31 });
  const [late] = await wave(app, [neighbour()]);
  expect((await tom().ofTicket({ ticketId: late! })).offered).toEqual([]);
});
