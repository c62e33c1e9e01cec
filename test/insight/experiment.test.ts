import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { defaultMeasurement, type Measurement } from "../../server/deflection/plan.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
let base: number;

beforeAll(async () => {
  app = await testApp({ at: new Date("2026-11-10T02:00:00Z") });
  staff = await hireStaff(app);
  base = (await app.as(staff.tom).settings.current({ kind: "measurement" })).version;
});
afterEach(async () => {
  await app.deps.db.dayFunnel.deleteMany();
  app.clock.set("2026-11-10T02:00:00Z");
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

async function plan(part: Partial<Measurement["holdout"]>) {
  const holdout = { ...defaultMeasurement.holdout, ...part };
  const data = { ...defaultMeasurement, holdout };
  ({ version: base } = await app
    .as(staff.tom)
    .settings.save({ kind: "measurement", data, note: "", base }));
}
const november = {
  mode: "people",
  share: 0.05,
  from: "2026-11-01",
  readOut: "2026-11-20",
} as const;

/** Attempts of a day by arm that had something to show, and how many of them wrote. */
const day = (date: string, arm: "C" | "T", triggered: number, contacted: number) =>
  app.deps.db.dayFunnel.create({
    data: {
      ...{ day: new Date(date), siteId: 1, locale: "en", category: "", arm, triggered, contacted },
      ...{ visits: 0, success: 0, retracted: 0, noSignal: 0, episodes: triggered, submitted: 0 },
      ...{ lateContact: 0, confirmed: 0, assumed: 0, abandoned: 0, pending: 0, final: true },
    },
  });
const told = () => app.as(staff.mia).insight.experiment();

describe("the effect of suggestions", () => {
  test("is not measured until somebody wants to, and then the page says how long it would take", async () => {
    await day("2026-11-05", "T", 300, 100);
    const { state, result, avoided, plans } = await told();
    expect({ state, result, avoided }).toEqual({ state: "off", result: null, avoided: null });
    expect(plans.map(({ share, attempts, days }) => [share, attempts, days])).toEqual([
      [0.05, 811 + 15_409, 1622],
      [0.1, 855 + 7695, 855],
      [0.2, 962 + 3848, 481],
      [0.5, 1534 + 1534, 307],
    ]);
  });

  test("is a count and no number while the comparison runs, whatever it looks like", async () => {
    await plan(november);
    await day("2026-11-05", "C", 750, 540);
    await day("2026-11-05", "T", 14_250, 8550);
    expect(await told()).toMatchObject({
      ...{ state: "running", result: null, avoided: null },
      arms: { C: { x: 540, n: 750 }, T: { x: 8550, n: 14_250 } },
    });
    app.clock.set("2026-11-21T02:00:00Z");
    expect(await told()).toMatchObject({ state: "settling", result: null });
  });

  test("is read when the last attempt is old enough", async () => {
    await plan(november);
    await day("2026-11-05", "C", 750, 540);
    await day("2026-11-19", "T", 14_250, 8550);
    await day("2026-11-20", "T", 5000, 5000);
    app.clock.set("2026-11-24T02:00:00Z");
    const { state, result, avoided } = await told();
    expect(state).toBe("done");
    const rounded = Object.values(result!).map((n) => Math.round(n * 10_000) / 10_000);
    expect(rounded).toEqual([0.12, 0.0859, 0.152]);
    expect(Object.values(avoided!).map(Math.round)).toEqual([1710, 1223, 2166]);
  });

  test("is not told where the arms have other sizes than were drawn", async () => {
    await plan(november);
    await day("2026-11-05", "C", 900, 540);
    await day("2026-11-05", "T", 14_100, 8550);
    app.clock.set("2026-11-24T02:00:00Z");
    const { state, result, sampleP } = await told();
    expect({ state, result }).toEqual({ state: "broken", result: null });
    expect(sampleP).toBeLessThan(0.001);
  });

  test("of days is the difference between a weekday and the same a week apart", async () => {
    await plan({ mode: "days", from: "2026-11-01", readOut: "2026-11-15" });
    for (let i = 1; i <= 14; i += 1) await day(`2026-11-${String(i).padStart(2, "0")}`, "T", 10, 0);
    await writeIn(app, graceMiller);
    app.clock.set("2026-11-19T02:00:00Z");
    const { state, pairs, result, avoided } = await told();
    expect({ state, pairs }).toEqual({ state: "done", pairs: 7 });
    expect(Math.abs(result!.difference)).toBeCloseTo(0.1 / 7, 6);
    expect(avoided!.lower).toBeLessThan(0);
  });

  test("can be set up by leads, and a plan that can't work is refused", async () => {
    const data = {
      ...defaultMeasurement,
      holdout: { ...defaultMeasurement.holdout, ...november, readOut: "2026-11-05" },
    };
    const lead = app.as(staff.tom).settings;
    await expect(lead.save({ kind: "measurement", data, note: "", base })).rejects.toThrow();
    expect(await lead.check({ kind: "measurement", data })).toMatchObject([
      { code: "holdout_too_short" },
    ]);
    await expect(
      app.as(staff.mia).settings.save({ kind: "measurement", data, note: "", base }),
    ).rejects.toThrow();
  });
});

test("the share of tickets that a visit is known of", async () => {
  app.clock.advance({ hours: 1 });
  const { linked } = await told();
  expect(linked.n).toBeGreaterThan(0);
  expect(linked.rate).toBe(linked.x / linked.n);
});
