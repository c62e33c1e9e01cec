import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedVisits } from "../../prisma/demo-visits.ts";
import { reportDay } from "../../server/deflection/reportday.ts";
import { keepVisitLog } from "../../server/deflection/retention.service.ts";
import { rebuildDay } from "../../server/deflection/rollups.repo.ts";
import { countVisits, markAllStale, rollUp } from "../../server/deflection/rollups.service.ts";
import { verifyMeasures } from "../../server/deflection/verify.service.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { graceMiller, writeIn } from "../cast.ts";
import { readerOf } from "./reader.ts";

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
});
afterEach(async () => {
  await app.ring();
  await app.stop();
});

const first = new Date("2026-10-18");
const last = new Date("2026-11-30");
const today = reportDay(wednesday);
const article = "kb-000151";
const db = () => app.deps.db;
const funnel = () =>
  db().dayFunnel.findMany({
    orderBy: [{ day: "asc" }, { locale: "asc" }, { category: "asc" }, { arm: "asc" }],
  });
const everything = async () => [
  await funnel(),
  await db().dayArticle.findMany({
    orderBy: [{ day: "asc" }, { locale: "asc" }, { articleId: "asc" }, { category: "asc" }],
  }),
  await db().daySearch.findMany({
    orderBy: [{ day: "asc" }, { locale: "asc" }, { queryId: "asc" }],
  }),
];
const differences = async () => (await verifyMeasures(app.deps, first, last)).differences;

describe("a month of visits", () => {
  test("F101 counts by day as the raw log says, and again the same", async () => {
    await seedVisits(app.deps, { seed: 3 });
    const before = await everything();
    expect(before.map((rows) => rows.length > 20)).toEqual([true, true, true]);
    expect(await differences()).toEqual([]);
    await markAllStale(app.deps);
    expect(await rollUp(app.deps)).toBe(90);
    expect(await everything()).toEqual(before);
    expect(await rollUp(app.deps)).toBe(0);
  });

  test("is counted once by two workers at once", async () => {
    await seedVisits(app.deps, { seed: 4 });
    const before = await everything();
    await markAllStale(app.deps);
    await Promise.all([rollUp(app.deps), rollUp(app.deps)]);
    await rollUp(app.deps);
    expect(await everything()).toEqual(before);
  });

  test("with a number that storage tells wrongly is found out, and counted anew", async () => {
    await seedVisits(app.deps, { seed: 5 });
    const [row] = await db().dayArticle.findMany({ where: { views: { gt: 0 } }, take: 1 });
    const { day, locale, articleId } = row!;
    await db().dayArticle.updateMany({ where: { day, locale, articleId }, data: { views: 99 } });
    await db().dayFunnel.deleteMany({ where: { day, arm: "-" } });
    const found = await differences();
    expect(found).toContainEqual({
      table: "article",
      cell: expect.stringContaining(`|${locale}|${articleId}|`),
      field: "views",
      stored: 99,
      raw: row!.views,
    });
    expect(
      found.filter(({ table, field }) => table === "funnel" && field === "visits").length,
    ).toBeGreaterThan(0);
    await markAllStale(app.deps);
    await rollUp(app.deps);
    expect(await differences()).toEqual([]);
  });
});

describe("a day", () => {
  test("whose counting is killed half-way stays as it was, and is counted the next time", async () => {
    await readerOf(app).reads(article, 40);
    await countVisits(app.deps);
    const before = await everything();
    await readerOf(app, { ip: "198.51.100.1" }).reads(article, 40);
    const killed = db().$transaction(async (tx) => {
      await rebuildDay(tx, today, false);
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await everything()).toEqual(before);
    await countVisits(app.deps);
    expect(await funnel()).toMatchObject([{ visits: 2 }]);
  });

  test("takes back what a later contact takes back, and is final when none can come", async () => {
    const reader = readerOf(app);
    await reader.opensForm("invoices");
    await reader.reads(article, 15);
    app.clock.advance({ days: 2 });
    await countVisits(app.deps);
    const attempts = () => db().dayFunnel.findMany({ where: { arm: "T" } });
    expect(await attempts()).toMatchObject([{ day: today, pending: 1, assumed: 0, final: false }]);
    await writeIn(app, graceMiller);
    app.clock.advance({ days: 2 });
    await countVisits(app.deps);
    expect(await attempts()).toMatchObject([
      { day: today, pending: 0, episodes: 1, lateContact: 1, triggered: 1, contacted: 1 },
    ]);
    app.clock.advance({ days: 2 });
    await markAllStale(app.deps);
    await countVisits(app.deps);
    expect(await attempts()).toMatchObject([{ lateContact: 1, final: true }]);
    expect(await differences()).toEqual([]);
  });

  test("counts a reading after 24 hours, with its vote and the contact that followed", async () => {
    const reader = readerOf(app);
    await reader.reads(article, 20);
    await reader.told({ type: "feedback", article, vote: -1 });
    await countVisits(app.deps);
    expect(await db().dayArticle.findMany()).toMatchObject([{ views: 0, pending: 1, no: 0 }]);
    app.clock.advance({ hours: 3 });
    await writeIn(app, graceMiller);
    app.clock.advance({ hours: 22 });
    await countVisits(app.deps);
    expect(await db().dayArticle.findMany()).toMatchObject([
      {
        articleId: 151,
        views: 1,
        pending: 0,
        engaged: 20n,
        followedAny: 1,
        followedLast: 1,
        no: 1,
      },
    ]);
  });

  test("older than the raw log keeps its counts", async () => {
    await readerOf(app).reads(article, 40);
    await countVisits(app.deps);
    app.clock.advance({ days: 120 });
    await keepVisitLog(app.deps);
    await db().staleDay.create({ data: { day: today } });
    const before = await everything();
    expect(await db().visit.count()).toBe(0);
    expect(await rollUp(app.deps)).toBe(0);
    expect(await everything()).toEqual(before);
    expect(before[0]).toHaveLength(1);
    expect(await db().staleDay.count()).toBe(0);
  });
});

describe("what nobody expects", () => {
  test("a language that is added later is counted like the others", async () => {
    await readerOf(app).reads(article, 40);
    await db().visitEvent.updateMany({ data: { locale: "ja" } });
    app.clock.advance({ days: 4 });
    await countVisits(app.deps);
    expect(await funnel()).toMatchObject([{ locale: "ja", visits: 1, success: 1 }]);
    expect(await differences()).toEqual([]);
  });

  test("an event with a future time counts when its time has come", async () => {
    await readerOf(app).told({ type: "article_view", article });
    const ts = new Date(wednesday.getTime() + 5 * 3_600_000);
    await db().visitEvent.updateMany({ data: { ts } });
    await countVisits(app.deps);
    expect(await funnel()).toEqual([]);
    app.clock.advance({ hours: 6 });
    await countVisits(app.deps);
    expect(await funnel()).toMatchObject([{ visits: 1 }]);
  });

  test("a salt that is lost splits a visit in two and takes nothing away", async () => {
    const reader = readerOf(app);
    await reader.reads(article, 40);
    await db().salt.deleteMany();
    await reader.reads("kb-000152", 40);
    app.clock.advance({ days: 4 });
    await countVisits(app.deps);
    expect(await funnel()).toMatchObject([{ visits: 2, success: 2 }]);
    expect(await db().dayArticle.count()).toBe(2);
    expect(await differences()).toEqual([]);
  });

  test("a month without data has no rows and no differences", async () => {
    await countVisits(app.deps);
    expect(await verifyMeasures(app.deps, new Date("2026-09-01"), new Date("2026-09-30"))).toEqual({
      cells: 0,
      events: 0,
      differences: [],
    });
  });
});
