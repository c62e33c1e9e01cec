import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { defaultMeasurement, type Measurement } from "../../server/deflection/plan.ts";
import { sessionise } from "../../server/deflection/sessionise.service.ts";
import { type Browser, firefox, type TestApp, testApp, wednesday } from "../app.ts";
import { graceMiller, hireStaff, signIn, writeIn } from "../cast.ts";
import { readerOf } from "./reader.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
let base = 1;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  base = (await app.as(staff.tom).settings.current({ kind: "measurement" })).version;
});
afterEach(async () => {
  const { db } = app.deps;
  await Promise.all([
    db.visitEvent.deleteMany(),
    db.visit.deleteMany(),
    db.episode.deleteMany(),
    db.read.deleteMany(),
    db.watermark.deleteMany(),
  ]);
  await app.ring();
  app.clock.set(wednesday);
});
afterAll(() => app.stop());

async function plan(
  part: Partial<Measurement["holdout"]>,
  linking: Measurement["linking"] = "visits",
) {
  const holdout = { ...defaultMeasurement.holdout, ...part };
  const data = { holdout, linking };
  const saved = await app
    .as(staff.tom)
    .settings.save({ kind: "measurement", data, note: "", base });
  base = saved.version;
}
const compared = { mode: "people", share: 0.5, from: "2026-11-16", readOut: "2026-12-16" } as const;

type Arm = { arm: "T" | "C"; except: string[] };
async function ask(
  browser: Partial<Browser> = {},
  headers: Record<string, string> = {},
): Promise<Arm> {
  const http = await app.http();
  const { ip, userAgent } = { ...firefox, ...browser };
  const response = await http.inject({
    url: "/api/arm",
    remoteAddress: ip,
    headers: { "user-agent": userAgent, "accept-language": "en", ...headers },
  });
  expect(response.headers["cache-control"]).toBe("no-store");
  return response.json();
}
/** Readers of different networks. */
const readers = Array.from({ length: 24 }, (_, i) => ({ ip: `198.51.${i}.1` }));

describe("suggestions", () => {
  test("are shown to everybody as long as nothing is compared, and no key is made for asking", async () => {
    await plan({ mode: "off" });
    await app.deps.db.salt.deleteMany();
    expect(await ask()).toEqual({ arm: "T", except: [] });
    expect(await app.deps.db.salt.count()).toBe(0);
  });

  test("are withheld from a share of people, as the log then says, whatever browsers send", async () => {
    await plan({ ...compared, except: ["security"] });
    const told = await Promise.all(readers.map((reader) => ask(reader)));
    expect(new Set(told.map(({ arm }) => arm))).toEqual(new Set(["T", "C"]));
    expect(told[0]!.except).toEqual(["security"]);
    for (const reader of readers) await readerOf(app, reader).opensForm("invoices");
    await sessionise(app.deps);
    const episodes = await app.deps.db.episode.findMany();
    expect(episodes.filter(({ arm }) => arm === "C")).toHaveLength(
      told.filter(({ arm }) => arm === "C").length,
    );
    // The same number is known in both arms.
    expect(new Set(episodes.map(({ nSuggest }) => nSuggest))).toEqual(new Set([3]));
    expect(await ask(readers[3])).toEqual(told[3]);
  });

  test("are withheld from everybody on a day that was drawn", async () => {
    await plan({ ...compared, mode: "days", readOut: "2026-12-14" });
    const days: string[] = [];
    for (const week of ["2026-11-18T02:00:00Z", "2026-11-25T02:00:00Z"]) {
      app.clock.set(week);
      const arms = new Set(
        (await Promise.all(readers.map((reader) => ask(reader)))).map(({ arm }) => arm),
      );
      expect(arms.size).toBe(1);
      days.push(...arms);
    }
    expect(days.toSorted()).toEqual(["C", "T"]);
  });

  test.each<Record<string, string>>([{ dnt: "1" }, { "sec-gpc": "1" }])(
    "are shown to whoever isn't counted: %o",
    async (headers) => {
      await plan({ ...compared });
      const arms = await Promise.all(readers.map((reader) => ask(reader, headers)));
      expect(new Set(arms.map(({ arm }) => arm))).toEqual(new Set(["T"]));
    },
  );

  test("are shown to staff", async () => {
    await plan({ ...compared });
    const cookie = await signIn(app, "mia");
    const arms = await Promise.all(readers.map((reader) => ask(reader, { cookie })));
    expect(new Set(arms.map(({ arm }) => arm))).toEqual(new Set(["T"]));
  });
});

describe("a later ticket", () => {
  const article = "kb-000151";
  async function readThenWrite(): Promise<void> {
    await readerOf(app).reads(article, 40);
    app.clock.advance({ hours: 5 });
    await writeIn(app, graceMiller);
    await sessionise(app.deps);
  }
  const followed = async () => (await app.deps.db.read.findMany()).map((read) => read.followedAny);

  test("counts against what the same browser read before", async () => {
    await plan({ mode: "off" });
    await readThenWrite();
    expect(await followed()).toEqual([true]);
  });

  test("is matched with nothing but its own form where linking is off", async () => {
    await plan({ mode: "off" }, "off");
    await readThenWrite();
    expect(await followed()).toEqual([false]);
    expect(
      await app.deps.db.visitEvent.count({
        where: { etype: "ticket_created", visitKey: { not: null } },
      }),
    ).toBe(0);
    const episodeId = await readerOf(app).opensForm();
    await writeIn(app, graceMiller, {}, { episodeId });
    await sessionise(app.deps);
    expect(await app.deps.db.episode.findMany()).toMatchObject([{ status: "submitted" }]);
  });

  test("of a known customer is found on another device, under a key that changes with the month", async () => {
    await plan({ mode: "off" }, "people");
    await writeIn(app, graceMiller);
    await readerOf(app).reads(article, 40);
    app.clock.advance({ hours: 3 });
    await writeIn(app, graceMiller, {}, { browser: { ip: "192.0.2.77", userAgent: "Phone" } });
    await sessionise(app.deps);
    const keys = await app.deps.db.visitEvent.findMany({ where: { subjectKey: { not: null } } });
    expect(new Set(keys.map(({ subjectKey }) => subjectKey)).size).toBe(1);
    app.clock.advance({ days: 31 });
    await writeIn(app, graceMiller);
    const later = await app.deps.db.visitEvent.findMany({ where: { subjectKey: { not: null } } });
    expect(new Set(later.map(({ subjectKey }) => subjectKey)).size).toBe(2);
  });
});
