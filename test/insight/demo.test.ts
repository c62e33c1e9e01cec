import { afterAll, beforeAll, expect, test } from "vitest";
import { seedVisits } from "../../prisma/demo-visits.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
const month = { from: "2026-10-20", to: "2026-11-18" };

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  const tickets = [];
  for (const person of [graceMiller, wangLei, graceMiller, wangLei, graceMiller, wangLei]) {
    app.clock.advance({ hours: -11 });
    const { ticketId } = await writeIn(app, person);
    tickets.push({ ticketId, at: app.deps.now(), locale: person.locale, category: "invoices" });
  }
  app.clock.set("2026-11-18T02:00:00Z");
  expect(await seedVisits(app.deps, { seed: 1, tickets })).toBeGreaterThan(1500);
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

test("a month of readers has something to say about everything", async () => {
  const { deflection, days } = await app.as(staff.mia).insight.overview(month);
  expect(deflection.explicit).toMatchObject({ show: "value" });
  expect(deflection.pending.count).toBeGreaterThan(0);
  const outcomes = Object.fromEntries(
    deflection.outcomes.map(({ definition, count }) => [definition, count]),
  );
  for (const outcome of ["confirmed", "assumed", "abandoned"])
    expect(outcomes[outcome], outcome).toBeGreaterThan(10);
  expect(days.filter(({ assumed }) => assumed > 0).length).toBeGreaterThan(10);
  expect(await app.deps.db.visit.count()).toBeGreaterThan(400);
  const both = await app.deps.db.episode.groupBy({ by: ["locale"], _count: true });
  expect(both.length).toBe(2);
});

test("each ticket has its visit, or had one before it came", async () => {
  const led = await app.deps.db.episode.findMany({ where: { contactTicket: { not: null } } });
  expect(led).toHaveLength(6);
  const noted = await app.deps.db.visitEvent.findMany({
    where: { etype: "ticket_created", n: null },
  });
  expect(noted).toHaveLength(6);
});

test("is written once", async () => {
  expect(await seedVisits(app.deps, { seed: 2 })).toBe(0);
});
