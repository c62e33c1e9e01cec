import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { customers } from "../../prisma/demo/customers.ts";
import { colleagues } from "../../prisma/demo/staff.ts";
import { stories } from "../../prisma/demo/stories.ts";
import { type SeededTicket, seedTickets } from "../../prisma/demo-tickets.ts";
import { demoMark, seedDemo } from "../../prisma/seed.ts";
import type { Deps } from "../../server/deps.ts";
import { onCallAt } from "../../server/escalation/oncall.ts";
import type { Publisher } from "../../server/publishing/publisher.service.ts";
import { type Clock, isAtRisk } from "../../server/sla/clock.ts";
import { readCatalog } from "../../src/catalog/read.ts";
import { type TestApp, testApp } from "../app.ts";
import { hireStaff } from "../cast.ts";

const catalog = readCatalog("content");
const publisher = { catalog: () => catalog } as Publisher;
const tuesday = new Date("2026-11-17T11:00:00+08:00");

const open = (at: Date): Promise<TestApp> => testApp({ at, publisher });

const whole = {
  clocks: { orderBy: { instance: "asc" as const } },
  events: { orderBy: { id: "asc" as const } },
  messages: { orderBy: { createdAt: "asc" as const } },
  links: true,
  attachments: true,
  drafts: true,
};
const all = ({ db }: Deps) => db.ticket.findMany({ orderBy: { number: "asc" }, include: whole });
type Stored = Awaited<ReturnType<typeof all>>[number];

const isActive = ({ status }: Stored) => status !== "solved" && status !== "closed";
const clockOf = (ticket: Stored, metric: string) =>
  ticket.clocks.findLast((clock) => clock.metric === metric);
const standsBroken = (metric: string) => (ticket: Stored) =>
  ticket.clocks.some((clock) => clock.metric === metric && clock.breachedAt && !clock.stoppedAt);
const ms = (at: Date | null) => at?.getTime() ?? null;
const nearMiss = (ticket: Stored, metric: string, now: Date): boolean => {
  const clock = clockOf(ticket, metric);
  if (!clock || clock.stoppedAt) return false;
  const { goalAt, warnAt, dueAt, state } = clock;
  const times = { goalAt: ms(goalAt), warnAt: ms(warnAt), dueAt: ms(dueAt) };
  return isAtRisk({ ...times, state } as Clock, now.getTime());
};

describe.each([
  ["a Tuesday at eleven", tuesday],
  ["a Monday two minutes after opening", new Date("2026-11-16T09:02:00+08:00")],
  ["the night before a Sunday", new Date("2026-11-22T03:00:00+08:00")],
  ["the third day of National Day", new Date("2026-10-03T15:20:00+08:00")],
])("seeded on %s", (_, now) => {
  let app: TestApp;
  let seeded: SeededTicket[];
  let tickets: Stored[];
  beforeAll(async () => {
    app = await open(now);
    await hireStaff(app);
    seeded = await seedTickets(app.deps);
    tickets = await all(app.deps);
  });
  afterAll(() => app.stop());

  test("every state of a desk is there, and nothing is wrong by accident", () => {
    const active = tickets.filter(isActive);
    const count = (is: (ticket: Stored) => unknown) => active.filter(is).length;
    const status = (wanted: string) => tickets.filter((ticket) => ticket.status === wanted);

    expect(count(standsBroken("first_reply"))).toBe(1);
    expect(count(standsBroken("resolution"))).toBe(1);
    expect(count(standsBroken("promise"))).toBe(1);
    expect(count(standsBroken("ack"))).toBe(0);
    expect(count((ticket) => nearMiss(ticket, "first_reply", now))).toBeGreaterThanOrEqual(3);
    const fresh = status("new").filter(({ assigneeId }) => !assigneeId);
    expect(fresh.length).toBeGreaterThanOrEqual(5);
    expect(new Set(fresh.map(({ locale }) => locale))).toEqual(new Set(["en", "zh"]));
    expect(status("waiting_customer")).toHaveLength(2);
    expect(status("waiting_third_party")).toHaveLength(1);
    expect(status("planned")).toHaveLength(1);
    expect(
      status("solved").filter((t) => now.getTime() - ms(t.solvedAt)! < 9 * 86_400_000),
    ).not.toEqual([]);
    expect(status("closed").length).toBeGreaterThan(50);
    expect(count(({ events }) => events.some(({ type }) => type === "reopened"))).toBe(1);
    const [p0, ...others] = active.filter(({ priority }) => priority === "P0");
    expect(others).toEqual([]);
    const due = clockOf(p0!, "promise")!;
    expect(due.state).toBe("running");
    expect(ms(due.dueAt)! - now.getTime()).toBeLessThan(45 * 60_000);
  });

  test("the month before is one that a good desk could have had", () => {
    expect(tickets).toHaveLength(stories.length);
    expect(seeded.map(({ ticketId }) => ticketId)).toEqual(tickets.map(({ id }) => id));

    for (const metric of ["first_reply", "resolution"]) {
      const stopped = tickets.flatMap((t) => clockOf(t, metric) ?? []).filter((c) => c.stoppedAt);
      const met = stopped.filter(({ state }) => state === "met").length / stopped.length;
      expect(met, metric).toBeGreaterThan(0.87);
      expect(met, metric).toBeLessThan(0.94);
    }
    for (const { number, events, messages, receivedAt } of tickets) {
      const times = events.map(({ at }) => at.getTime());
      expect(times, `ticket ${number}`).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times, ...messages.map((m) => ms(m.createdAt)!))).toBeLessThanOrEqual(
        +now,
      );
      expect(receivedAt.getTime()).toBeGreaterThan(now.getTime() - 45 * 86_400_000);
    }
    const received = tickets.map(({ receivedAt }) => receivedAt.getTime());
    expect(received).toEqual(received.toSorted((a, b) => a - b));
    const kept = tickets.flatMap(({ clocks }) => clocks.filter((c) => c.metric === "promise"));
    expect(kept.filter(({ breachedAt }) => breachedAt)).toHaveLength(1);
  });

  test("knowledge came of it: articles used, drafts begun, reasons given", async () => {
    const used = tickets.flatMap(({ links }) => links.filter(({ role }) => role === "resolved_by"));
    expect(used.length).toBeGreaterThan(50);
    const drafts = await app.deps.db.articleDraft.findMany({ orderBy: { locale: "asc" } });
    expect(drafts.map(({ locale, state }) => [locale, state])).toEqual([
      ["en", "in_review"],
      ["zh", "draft"],
    ]);
    expect(tickets.filter(({ captureChoice }) => captureChoice === "skip").length).toBeGreaterThan(
      3,
    );
    const [file, ...more] = tickets.flatMap(({ attachments }) => attachments);
    expect([file?.name, file?.mime, more]).toEqual(["hub2-restart.log", "text/plain", []]);
  });
});

test("a start that was cut short is completed by the next, without doubling", async () => {
  const app = await open(tuesday);
  const { deps } = app;
  let left = 40;
  const transaction = deps.db.$transaction.bind(deps.db) as (...args: unknown[]) => unknown;
  const dying = new Proxy(deps.db, {
    get: (db, name) =>
      name === "$transaction"
        ? (...args: unknown[]) =>
            left-- > 0 ? transaction(...args) : Promise.reject(new Error("killed"))
        : Reflect.get(db, name, db),
  });
  await expect(seedDemo({ ...deps, db: dying })).rejects.toThrow("killed");
  const some = await deps.db.ticket.count();
  expect(some).toBeGreaterThan(10);
  expect(some).toBeLessThan(stories.length);
  expect(await deps.db.setting.count({ where: { key: demoMark } })).toBe(0);

  app.clock.advance({ minutes: 3 });
  const { logins } = await seedDemo(deps);
  const tickets = await all(deps);
  expect(tickets).toHaveLength(stories.length);
  expect(new Set(tickets.map(({ subject }) => subject)).size).toBe(stories.length);
  const staff = await deps.db.user.findMany();
  expect(staff).toHaveLength(logins.length + colleagues.length);
  const { document: teams } = await deps.settings.current("teams");
  for (const { id } of teams.teams) expect(staff.map(({ team }) => team)).toContain(id);
  expect(new Set(staff.map(({ presence }) => presence))).toEqual(
    new Set(["online", "away", "off"]),
  );
  const { version, document: nights } = await deps.settings.current("oncall");
  expect([version, onCallAt(nights, deps.now().getTime()).length]).toEqual([2, 1]);
  expect(await deps.db.customer.count()).toBe(Object.keys(customers).length);

  expect(await seedDemo(deps)).toEqual({ logins });
  expect(await deps.db.ticket.count()).toBe(stories.length);
  await app.stop();
});

test("what is written holds together", () => {
  for (const locale of ["en", "zh"] as const) {
    const told = stories.filter(({ from }) => customers[from]!.locale === locale);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect(new Set(told.map(({ subject }) => subject)).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(58);
    const articles = catalog.entries.filter((entry) => entry.locale === locale);
    for (const story of told) {
      const replies = story.steps.filter((step) => step.do === "reply");
      for (const { text } of replies) expect(text, story.id).toContain("{promise}");
      for (const step of story.steps) {
        if (!("text" in step)) continue;
        expect(step.text).not.toMatch(/\bASAP\b|as soon as possible|尽快|马上|稍后/i);
      }
      const numbers = [
        ...(story.read ?? []),
        ...story.steps.flatMap((s) => (s.do === "use" ? s.article : [])),
      ];
      for (const number of numbers)
        expect(
          articles.map(({ id }) => id),
          story.id,
        ).toContain(`kb-000${number}`);
    }
  }
});
