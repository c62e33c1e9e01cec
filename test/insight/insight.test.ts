import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { m } from "#messages";
import { seedVisits } from "../../prisma/demo-visits.ts";
import { type MeasureId, measureIds, type RateId, rates } from "../../server/insight/measures.ts";
import type { Filter } from "../../server/insight/period.ts";
import { isDefined, textOf, titleOf } from "../../src/console/insight/definitions.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, signIn, wangLei, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
const november: Filter = { from: "2026-11-01", to: "2026-11-18" };

const fault = {
  kind: "fault",
  module: "cam",
  category: "troubleshooting",
  since: "2026-11-15T02:00",
  steps: "Restarted the router, moved the camera closer.",
  evidence: { waived: "It only happens at night" },
};

/** What Mia does with a ticket. */
async function desk(number: number) {
  const mia = app.as(staff.mia);
  const { id, version } = (await mia.tickets.get({ number }))!;
  const seen = { ticketId: id, version };
  const key = randomUUID();
  return {
    acknowledge: () => mia.tickets.acknowledge(seen),
    wait: () =>
      mia.tickets.reply({
        ...seen,
        key,
        body: "Which camera is it?",
        promiseAt: null,
        next: "waiting_customer",
      }),
    solve: () => mia.tickets.solve({ ...seen, key, body: "Like this.", causeTag: "how_to" }),
  };
}

/** Six tickets of two days, in every state a ticket can be in on Wednesday at noon in Shanghai. */
beforeAll(async () => {
  app = await testApp({ at: new Date("2026-11-17T02:00:00Z") });
  staff = await hireStaff(app);
  const late = await writeIn(app, graceMiller, { ...fault, impact: "company" });
  const solved = await writeIn(app, wangLei);
  const waiting = await writeIn(app, wangLei, { ...fault, category: "troubleshooting" });
  const suggestion = await writeIn(app, graceMiller, { kind: "suggestion", category: "setup" });
  app.clock.advance({ minutes: 5 });
  for (const { number } of [solved, waiting, suggestion]) await (await desk(number)).acknowledge();
  await (await desk(solved.number)).solve();
  await (await desk(waiting.number)).wait();
  await (await desk(suggestion.number)).wait();
  app.clock.set("2026-11-18T04:00:00Z");
  await (await desk(late.number)).acknowledge();
  await writeIn(app, wangLei, { kind: "complaint", category: "delivery" });
  await writeIn(app, graceMiller, { category: "invoices", subject: '=HYPERLINK("http://x")' });
  await seedVisits(app.deps, { seed: 7 });
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const overview = (filter: Partial<Filter> = {}) =>
  app.as(staff.tom).insight.overview({ ...november, ...filter });
type Overview = Awaited<ReturnType<typeof overview>>;

/** Every number on the page with the measure whose rows it counts. */
function numbersOf({ deflection, sla }: Overview): [MeasureId, number][] {
  const { explicit, confirmed, assumed, naive, submission } = deflection;
  const shares = [explicit, confirmed, assumed, naive, submission, ...sla.attainment];
  const counts = [
    ...deflection.outcomes,
    deflection.episodes,
    deflection.pending,
    sla.open,
    ...sla.standings,
    ...sla.dueTimes,
    sla.opened,
    sla.solved,
  ];
  return [
    ...shares.flatMap(({ of, x, n }): [MeasureId, number][] => [
      [of.x, x],
      [of.n, n],
    ]),
    ...counts.map(({ definition, count }): [MeasureId, number] => [definition, count]),
  ];
}

/** All rows of a measure, page by page. */
async function rowsOf(measure: MeasureId, filter: Filter) {
  const rows: object[] = [];
  for (let page = 0; ; page += 1) {
    const found = await app.as(staff.tom).insight.rows({ measure, filter, page });
    rows.push(...found.rows);
    if (found.rows.length < 50) return { rows, total: found.total };
  }
}

describe("a number", () => {
  test.each<Partial<Filter>>([
    {},
    { locale: "zh" },
    { category: "troubleshooting" },
    { from: "2026-11-18" },
    { locale: "en", category: "invoices", from: "2026-11-10" },
  ])("is as many rows as it says, with %o", async (part) => {
    const filter = { ...november, ...part };
    for (const [measure, count] of numbersOf(await overview(part))) {
      const { rows, total } = await rowsOf(measure, filter);
      expect([measure, rows.length, total]).toEqual([measure, count, count]);
    }
  });

  test("is the rows of its file too", async () => {
    const cookie = await signIn(app, "tom");
    const http = await app.http();
    for (const [measure, count] of numbersOf(await overview())) {
      const url = `/api/insight.csv?measure=${measure}&from=${november.from}&to=${november.to}`;
      const { statusCode, body } = await http.inject({ url, headers: { cookie } });
      expect(statusCode).toBe(200);
      expect([measure, body.trimEnd().split("\r\n").length - 1]).toEqual([measure, count]);
    }
  });

  test("and every other that can be asked for has a title and a definition in both languages", () => {
    const ids = [...measureIds, ...(Object.keys(rates) as RateId[])];
    expect(ids.filter((id) => !isDefined(id))).toEqual([]);
    for (const id of ids) expect([titleOf(id), textOf(id)].join(" ")).not.toContain("undefined");
    const title = m.insight_explicit_rate_title;
    expect([title({}, { locale: "en" }), title({}, { locale: "zh" })]).toEqual([
      "Deflection rate",
      "自助解决率",
    ]);
  });
});

describe("the desk at noon", () => {
  test("has each open ticket in one state and at one time", async () => {
    const { sla } = await overview();
    const told = (counts: Overview["sla"]["standings"]) =>
      Object.fromEntries(counts.map(({ definition, count }) => [definition, count]));
    expect(sla.open.count).toBe(5);
    expect(told(sla.standings)).toEqual({
      running: 2,
      at_risk: 0,
      // One was only asked something: its substantive reply did not wait for the customer.
      breached: 2,
      paused: 1,
      idle: 0,
    });
    expect(told(sla.dueTimes)).toEqual({
      overdue: 2,
      next_hour: 2,
      today: 0,
      later: 0,
      no_due: 1,
    });
    expect([sla.opened.count, sla.solved.count]).toEqual([6, 1]);
  });

  test("has kept what came due so far, and no more than that is counted", async () => {
    const { sla } = await overview();
    const kept = sla.attainment.map(({ definition, x, n }) => `${definition} ${x}/${n}`);
    // Solved on Tuesday, but due on Wednesday evening: one resolution waits for its time.
    expect(kept).toEqual([
      "attainment_ack 3/4",
      "attainment_first_reply 3/4",
      "attainment_resolution 0/1",
      "attainment_promise 0/0",
    ]);
  });

  test("missed a clock as soon as its time has passed, before any sweep", async () => {
    const missed = async () => (await rowsOf("missed_ack", november)).total;
    const before = await missed();
    app.clock.advance({ minutes: 16 });
    expect(await missed()).toBe(before + 2);
    app.clock.advance({ minutes: -16 });
  });
});

describe("deflection", () => {
  test("is a share of what is mature, with its interval, and the naive rate is never plain", async () => {
    const { deflection } = await overview();
    const { explicit, confirmed, assumed, naive, submission, episodes } = deflection;
    expect(explicit.x).toBe(confirmed.x + assumed.x);
    expect(explicit.n).toBe(episodes.count);
    expect(explicit.lower).toBeLessThan(explicit.rate!);
    expect(explicit.upper).toBeGreaterThan(explicit.rate!);
    expect(naive.show).toBe("greyed");
    expect(naive.x).toBeGreaterThan(explicit.x);
    expect(submission.x + explicit.x).toBeLessThan(episodes.count);
  });

  test("adds up over days and outcomes", async () => {
    const { deflection, sla, days } = await overview();
    const total = (key: "confirmed" | "pending" | "opened" | "solved") =>
      days.reduce((sum, day) => sum + day[key], 0);
    expect(days).toHaveLength(18);
    expect(deflection.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(
      deflection.episodes.count,
    );
    expect(total("confirmed")).toBe(deflection.confirmed.x);
    expect(total("pending")).toBe(deflection.pending.count);
    expect([total("opened"), total("solved")]).toEqual([sla.opened.count, sla.solved.count]);
  });

  test("of nothing is no rate", async () => {
    const { deflection } = await overview({ category: "nowhere" });
    expect(deflection.explicit).toMatchObject({ n: 0, rate: null, lower: null, show: "counts" });
  });
});

describe("rows", () => {
  test("of episodes say when, how, in what language and to which ticket, and never whose", async () => {
    const { rows } = await rowsOf("pending", november);
    expect(Object.keys(rows[0]!).sort()).toEqual(
      ["category", "locale", "opened", "status", "ticket"].sort(),
    );
  });

  test("of tickets name the clock that is counted", async () => {
    const { rows } = await rowsOf("missed_ack", november);
    expect(rows).toMatchObject([{ number: 10001, priority: "P1", clock: "ack", state: "missed" }]);
  });

  test("in a file don't calculate", async () => {
    const http = await app.http();
    const cookie = await signIn(app, "tom");
    const url = `/api/insight.csv?measure=open&from=2026-11-01&to=2026-11-18`;
    const { body, headers } = await http.inject({ url, headers: { cookie } });
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(body).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  test("are for staff", async () => {
    const http = await app.http();
    const { statusCode } = await http.inject(
      "/api/insight.csv?measure=open&from=2026-11-01&to=2026-11-18",
    );
    expect(statusCode).toBe(401);
    await expect(app.visitor().insight.overview(november)).rejects.toThrow("sign_in_required");
  });

  test.each([
    { from: "2026-11-18", to: "2026-11-17" },
    { from: "2024-01-01", to: "2026-11-17" },
  ])("are not asked for $from to $to", async (filter) => {
    await expect(overview(filter)).rejects.toThrow();
  });
});
