/** Next year's holidays: where they come from, and who hears that they are missing. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { withDays } from "#server/sla/holidays.ts";
import { watchHolidays } from "#server/sla/holidaywatch.service.ts";
import { usualHours } from "../../src/console/settings/calendars/hours.ts";
import { type TestApp, testApp } from "../app.ts";
import { hireStaff } from "../cast.ts";

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

const notices = () =>
  app.deps.db.notification.findMany({
    where: { kind: "next_year_missing" },
    orderBy: { id: "asc" },
  });

test("in November nobody hears of it", async () => {
  app.clock.set("2026-11-30T15:59:59Z");
  await watchHolidays(app.deps);
  expect(await notices()).toEqual([]);
});

test("from December on leads hear once, however often it is looked at", async () => {
  app.clock.set("2026-11-30T16:00:00Z");
  await Promise.all([watchHolidays(app.deps), watchHolidays(app.deps)]);
  app.clock.set("2026-12-24T02:00:00Z");
  await watchHolidays(app.deps);
  const told = await notices();
  expect(told.map(({ userId }) => userId)).toEqual([staff.tom.id]);
  expect(told[0]).toMatchObject({ data: { year: 2027 } });
});

test("a country's holidays are imported, and a source that has none says so by having none", async () => {
  const tom = app.as(staff.tom).sla;
  const german = await tom.holidays({ country: "DE", year: 2027 });
  expect(german).toContainEqual(
    expect.objectContaining({ date: "2027-10-03", kind: "closed", during: null }),
  );
  expect(await tom.holidays({ country: "CN", year: 2050 })).toEqual([]);
  const { document: book } = await app.deps.settings.current("sla");
  const calendar = book.calendars.working!;
  const data = {
    ...book,
    calendars: { ...book.calendars, working: withDays(calendar, german, usualHours(calendar)) },
  };
  await app.as(staff.tom).settings.save({ kind: "sla", data, note: "2027", base: 1 });
  await app.deps.db.notification.deleteMany();
  await watchHolidays(app.deps);
  expect(await notices()).toEqual([]);
});

test("countries are named in the reader's language", async () => {
  const of = async (who: "tom" | "siyuan") =>
    app.as({ ...staff.tom, locale: staff[who].locale }).sla.countries();
  expect(await of("tom")).toContainEqual({ code: "DE", name: "Germany" });
  expect(await of("siyuan")).toContainEqual({ code: "DE", name: "德国" });
  expect((await of("siyuan")).length).toBeGreaterThan(100);
});
