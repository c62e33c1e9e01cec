import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openIngest } from "../../server/deflection/ingest.service.ts";
import { keepVisitLog } from "../../server/deflection/retention.service.ts";
import { firefox, type TestApp, testApp, wednesday } from "../app.ts";
import { hireStaff, signIn } from "../cast.ts";
import { beaconOf, readerOf } from "./reader.ts";

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});
afterEach(async () => {
  await app.deps.db.visitEvent.deleteMany();
  await app.deps.db.salt.deleteMany();
  app.clock.set(wednesday);
});
afterAll(() => app.stop());

const stored = () => app.deps.db.visitEvent.findMany({ orderBy: { ts: "asc" } });
const view = { type: "article_view", article: "kb-000151", category: "invoices" } as const;

/** What `sendBeacon` posts. */
async function post(payload: string, headers: Record<string, string> = {}) {
  const http = await app.http();
  return http.inject({
    method: "POST",
    url: "/api/events",
    payload,
    headers: {
      "content-type": "text/plain;charset=UTF-8",
      "user-agent": firefox.userAgent,
      "accept-language": "en",
      ...headers,
    },
  });
}
const oneView = () => JSON.stringify(beaconOf("en", [view]));
const settled = (count: number) =>
  vi.waitFor(async () => expect(await stored()).toHaveLength(count), { timeout: 3000 });

describe("a beacon", () => {
  test.each(["text/plain;charset=UTF-8", "application/json"])("is taken as %s", async (type) => {
    const response = await post(oneView(), { "content-type": type });
    expect(response.statusCode).toBe(204);
    await settled(1);
    const [row] = await stored();
    expect(row).toMatchObject({ etype: "article_view", articleId: 151, category: "invoices" });
    expect(row).toMatchObject({ locale: "en", traffic: "human", subjectKey: null });
    expect(row!.ts).toEqual(wednesday);
  });

  test("that comes again later is stored once", async () => {
    const ingest = openIngest(app.deps);
    const beacon = beaconOf("en", [view, { type: "search", n: 4 }]);
    const from = { sender: firefox, traffic: "human" as const };
    ingest.accept(beacon, from);
    await ingest.flush();
    app.clock.advance({ minutes: 3 });
    ingest.accept(beacon, from);
    await ingest.flush();
    expect(await stored()).toHaveLength(2);
    expect(ingest.counts).toEqual({ stored: 2, known: 2, invalid: 0, shed: 0 });
  });

  test("bears the server's time, whatever the browser says", async () => {
    const reader = readerOf(app);
    await reader.told(
      { ...view, at: 0 },
      { type: "search", n: 1, at: 86_399_000 },
      { type: "contact_click", at: 86_400_000 },
    );
    const ages = (await stored()).map(({ ts }) => wednesday.getTime() - ts.getTime());
    expect(ages).toEqual([300_000, 1000, 0]);
  });

  test("keeps nothing of address and browser, and the neighbourhood shares a key", async () => {
    await readerOf(app).told(view);
    await readerOf(app, { ip: "203.0.113.200" }).told(view);
    await readerOf(app, { ip: "203.0.114.7" }).told(view);
    const rows = await stored();
    expect(new Set(rows.map(({ visitKey }) => visitKey)).size).toBe(2);
    const text = JSON.stringify(rows, (_, value) =>
      typeof value === "bigint" ? `${value}` : value,
    );
    expect(text).not.toMatch(/203\.0|Firefox/);
  });
});

describe("what isn't right", () => {
  const event = (over: object) => ({ id: randomUUID(), type: "article_view", at: 0, ...over });
  test.each([
    ["a ticket nobody sent", event({ type: "ticket_created" })],
    ["a category that doesn't exist", event({ article: "kb-000151", category: "gossip" })],
    ["a view of nothing", event({})],
    ["a time in the future", event({ article: "kb-000151", at: 86_400_001 })],
    ["a time before the page", event({ article: "kb-000151", at: -1 })],
    ["a second opinion of ours", event({ type: "feedback", article: "kb-000151", vote: 5 })],
  ])("is left out: %s", async (_, forged) => {
    const ingest = openIngest(app.deps);
    const good = beaconOf("en", [view]).events;
    const beacon = { v: 1, locale: "en", events: [forged, ...good] };
    ingest.accept(beacon, { sender: firefox, traffic: "human" });
    await ingest.flush();
    expect(ingest.counts).toMatchObject({ stored: 1, invalid: 1 });
  });

  test.each([
    ["no JSON", "{"],
    ["another version", JSON.stringify({ ...beaconOf("en", [view]), v: 2 })],
    ["another language", JSON.stringify({ ...beaconOf("en", [view]), locale: "xx" })],
    ["more than 50 events", JSON.stringify(beaconOf("en", Array(51).fill(view)))],
  ])("is answered like everything else: %s", async (_, body) => {
    const response = await post(body);
    expect(response.statusCode).toBe(204);
    expect(await stored()).toEqual([]);
  });

  test("is refused when it's larger than any page sends", async () => {
    const response = await post(`"${"x".repeat(33 * 1024)}"`);
    expect(response.statusCode).toBe(413);
  });

  test("is let go when more comes than can be stored", async () => {
    const ingest = openIngest(app.deps);
    const from = { sender: firefox, traffic: "human" as const };
    for (let i = 0; i < 410; i += 1) ingest.accept(beaconOf("en", Array(50).fill(view)), from);
    expect(ingest.counts.shed).toBe(500);
    await ingest.flush();
    expect(ingest.counts.stored).toBe(20_000);
  });
});

describe("who is it", () => {
  test.each(["dnt", "sec-gpc"])("nobody, with %s", async (header) => {
    expect((await post(oneView(), { [header]: "1" })).statusCode).toBe(204);
    const other = await post(JSON.stringify(beaconOf("zh", [view])));
    expect(other.statusCode).toBe(204);
    await settled(1);
    expect((await stored())[0]!.locale).toBe("zh");
  });

  test("a machine, by its name or by saying no language", async () => {
    await post(oneView(), { "user-agent": "Mozilla/5.0 (compatible; bingbot/2.0)" });
    await post(oneView(), { "accept-language": "" });
    await settled(2);
    expect((await stored()).map(({ traffic }) => traffic)).toEqual(["bot", "bot"]);
  });

  test("one of us", async () => {
    await hireStaff(app);
    await post(oneView(), { cookie: await signIn(app, "mia") });
    await settled(1);
    expect((await stored())[0]!.traffic).toBe("internal");
  });
});

describe("the key of a visit", () => {
  const keys = async () => new Set((await stored()).map(({ visitKey }) => visitKey));

  test("stays the same over midnight while the visit goes on, and for an hour after it", async () => {
    app.clock.set("2026-11-18T23:50:00Z");
    const reader = readerOf(app);
    await reader.told(view);
    for (let i = 0; i < 4; i += 1) {
      app.clock.advance({ minutes: 20 });
      await reader.told(view);
    }
    expect(app.deps.now().toISOString()).toBe("2026-11-19T01:10:00.000Z");
    expect((await keys()).size).toBe(1);
  });

  test("is another one after a pause of more than 30 minutes over midnight", async () => {
    app.clock.set("2026-11-18T23:50:00Z");
    const reader = readerOf(app);
    await reader.told(view);
    app.clock.advance({ minutes: 31 });
    await reader.told(view);
    expect((await keys()).size).toBe(2);
  });

  test("can't be made again when its salt is gone: four days are kept", async () => {
    const reader = readerOf(app);
    for (let day = 0; day < 6; day += 1) {
      await reader.told(view);
      app.clock.advance({ days: 1 });
    }
    await keepVisitLog(app.deps);
    const days = (await app.deps.db.salt.findMany({ orderBy: { day: "asc" } })).map(({ day }) =>
      day.toISOString().slice(0, 10),
    );
    // It is the 24th, on which nobody has come yet.
    expect(days).toEqual(["2026-11-21", "2026-11-22", "2026-11-23"]);
  });
});

test("months are made ahead and dropped after 90 days", async () => {
  const names = async () =>
    app.deps.db.$queryRaw<{ name: string }[]>`SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relname LIKE 'events\_2%' ORDER BY 1`;
  expect((await names()).map(({ name }) => name.slice(7))).toEqual([
    "2026_08",
    "2026_09",
    "2026_10",
    "2026_11",
    "2026_12",
    "2027_01",
  ]);
  app.clock.set("2027-02-10T00:00:00Z");
  await keepVisitLog(app.deps);
  await keepVisitLog(app.deps);
  expect((await names()).map(({ name }) => name.slice(7))).toEqual([
    "2026_11",
    "2026_12",
    "2027_01",
    "2027_02",
    "2027_03",
    "2027_04",
  ]);
});
