import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sessionise } from "../../server/deflection/sessionise.service.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { graceMiller, hireStaff, writeIn } from "../cast.ts";
import { readerOf } from "./reader.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
});
afterEach(async () => {
  const { db } = app.deps;
  await Promise.all([
    db.visitEvent.deleteMany(),
    db.salt.deleteMany(),
    db.watermark.deleteMany(),
    db.visit.deleteMany(),
    db.episode.deleteMany(),
  ]);
  await app.ring();
  app.clock.set(wednesday);
});
afterAll(() => app.stop());

const article = "kb-000151";
const visits = () => app.deps.db.visit.findMany({ orderBy: { started: "asc" } });
const episodes = () => app.deps.db.episode.findMany({ orderBy: { opened: "asc" } });
const episode = async () => {
  await sessionise(app.deps);
  const [only, ...others] = await episodes();
  expect(others).toEqual([]);
  return only!;
};

describe("an opened form", () => {
  test("is abandoned, then assumed after reading, then confirmed, and counts after 72 hours", async () => {
    const reader = readerOf(app);
    const id = await reader.opensForm("invoices");
    expect(await episode()).toMatchObject({
      episodeId: id,
      status: "abandoned",
      mature: false,
      category: "invoices",
      locale: "en",
      arm: "T",
      nSuggest: 3,
      traffic: "human",
    });
    await reader.told({ type: "suggest_click", article, rank: 1, episode: id });
    await reader.reads(article, 9);
    expect(await episode()).toMatchObject({ status: "abandoned", clickedArticle: 151 });
    await reader.reads(article, 12);
    expect(await episode()).toMatchObject({ status: "assumed" });
    await reader.told({ type: "form_solved", article, episode: id });
    expect(await episode()).toMatchObject({ status: "confirmed", mature: false });

    app.clock.set("2026-11-21T01:59:50Z");
    expect(await episode()).toMatchObject({ mature: false });
    // Nothing happens but time.
    app.clock.set("2026-11-21T02:00:00Z");
    expect(await episode()).toMatchObject({ status: "confirmed", mature: true });
  });

  test("is submitted when the ticket comes, and knows which", async () => {
    const reader = readerOf(app);
    const episodeId = await reader.opensForm();
    app.clock.advance({ minutes: 4 });
    const { ticketId } = await writeIn(app, graceMiller, {}, { episodeId });
    expect(await episode()).toMatchObject({ status: "submitted", contactTicket: ticketId });
  });

  test("belongs to the ticket sent with it from another network", async () => {
    const episodeId = await readerOf(app).opensForm();
    app.clock.advance({ minutes: 4 });
    await writeIn(app, graceMiller, {}, { episodeId, browser: { ip: "198.51.100.1" } });
    expect(await episode()).toMatchObject({ status: "submitted" });
  });

  test("is taken back by a ticket two days later, also after it was confirmed", async () => {
    const reader = readerOf(app);
    const id = await reader.opensForm();
    await reader.told({ type: "form_solved", article, episode: id });
    expect(await episode()).toMatchObject({ status: "confirmed" });
    app.clock.advance({ days: 2 });
    const { ticketId } = await writeIn(app, graceMiller);
    expect(await episode()).toMatchObject({ status: "late_contact", contactTicket: ticketId });
    // The ticket itself is noted once; the other row only marks the earlier visit.
    const noted = await app.deps.db.visitEvent.findMany({ where: { etype: "ticket_created" } });
    expect(noted.map(({ n }) => n).sort()).toEqual([2, null]);
    expect(await visits()).toHaveLength(1);
  });

  test("is not taken back after 72 hours", async () => {
    const id = await readerOf(app).opensForm();
    await readerOf(app).told({ type: "form_solved", article, episode: id });
    app.clock.advance({ hours: 72, seconds: 3 });
    await writeIn(app, graceMiller);
    expect(await episode()).toMatchObject({ status: "confirmed", mature: true, contactAt: null });
  });

  test("in a visit over midnight is one episode, submitted by a ticket without its id", async () => {
    app.clock.set("2026-11-18T23:50:00Z");
    await readerOf(app).opensForm();
    app.clock.advance({ minutes: 25 });
    await writeIn(app, graceMiller);
    expect(await episode()).toMatchObject({ status: "submitted" });
    expect(await visits()).toHaveLength(1);
  });

  test("of somebody else doesn't take its place, whatever id the browser sends", async () => {
    const id = await readerOf(app).opensForm("orders");
    await sessionise(app.deps);
    const forger = readerOf(app, { ip: "198.51.100.1" });
    await forger.told({ type: "form_open", episode: id, category: "account" });
    expect(await episode()).toMatchObject({ episodeId: id, category: "orders" });
  });
});

describe("a visit", () => {
  test("without a form succeeds by reading, and a later ticket takes it back", async () => {
    const reader = readerOf(app);
    await reader.reads(article, 40);
    await sessionise(app.deps);
    expect(await visits()).toMatchObject([
      {
        status: "success",
        hasIntent: false,
        mature: false,
        lastArticle: 151,
        lastEngagedMs: 40_000,
      },
    ]);
    app.clock.advance({ hours: 30 });
    await writeIn(app, graceMiller);
    await sessionise(app.deps);
    expect((await visits())[0]).toMatchObject({ status: "late_contact" });
    expect(await episodes()).toEqual([]);
  });

  test("that was split grows together when the event between arrives", async () => {
    const reader = readerOf(app);
    await reader.told({ type: "contact_click" });
    app.clock.advance({ minutes: 31 });
    await reader.opensForm();
    await sessionise(app.deps);
    expect(await visits()).toHaveLength(2);
    expect(await episodes()).toHaveLength(2);
    app.clock.advance({ minutes: -10 });
    await reader.told({ type: "search", n: 2 });
    app.clock.advance({ minutes: 10 });
    await sessionise(app.deps);
    expect(await visits()).toHaveLength(1);
    expect(await episodes()).toHaveLength(1);
  });

  test("of a machine is kept apart: nobody opens 61 articles in ten minutes", async () => {
    const reader = readerOf(app);
    const view = { type: "article_view", article } as const;
    await reader.told(...Array(50).fill(view));
    await reader.told(...Array(11).fill(view), { type: "contact_click" });
    await sessionise(app.deps);
    expect(await visits()).toMatchObject([{ traffic: "bot" }]);
    expect(await episodes()).toMatchObject([{ traffic: "bot" }]);
  });
});

test("staff who try the form are no customers who gave in", async () => {
  const reader = readerOf(app);
  const id = await reader.opensForm();
  await reader.told({ type: "form_solved", article, episode: id });
  app.clock.advance({ hours: 1 });
  await writeIn(app, graceMiller, {}, { staff: staff.mia });
  await sessionise(app.deps);
  expect((await episodes())[0]).toMatchObject({ status: "confirmed", traffic: "human" });
  const noted = await app.deps.db.visitEvent.findMany({ where: { etype: "ticket_created" } });
  expect(new Set(noted.map(({ traffic }) => traffic))).toEqual(new Set(["internal"]));
});

test("a browser that sent nothing leaves no key with its ticket", async () => {
  await writeIn(app, graceMiller);
  const [row] = await app.deps.db.visitEvent.findMany();
  expect(row).toMatchObject({ etype: "ticket_created", visitKey: null, subjectKey: null });
  expect(row).toMatchObject({ category: "invoices", channel: "web", locale: "en" });
  await sessionise(app.deps);
  expect(await visits()).toEqual([]);
});

test("solving and reopening are noted where deflection reads them", async () => {
  const { number } = await writeIn(app, graceMiller);
  const mia = app.as(staff.mia);
  const { id, version } = (await mia.tickets.get({ number }))!;
  await mia.tickets.solve({
    ticketId: id,
    version,
    key: crypto.randomUUID(),
    body: "Here it is.",
    causeTag: "how_to",
  });
  await mia.tickets.reopen({ ticketId: id, version: version + 1 });
  const types = (await app.deps.db.visitEvent.findMany()).map(({ etype, ticketId }) => [
    etype,
    ticketId,
  ]);
  expect(types.sort()).toEqual([
    ["ticket_created", id],
    ["ticket_reopened", id],
    ["ticket_solved", id],
  ]);
});

test("two workers at once, and again: the same rows", async () => {
  for (const ip of ["198.51.100.1", "192.0.2.1", "203.0.113.1"]) {
    const reader = readerOf(app, { ip });
    await reader.reads(article, 40);
    await reader.opensForm();
  }
  await Promise.all([sessionise(app.deps), sessionise(app.deps)]);
  const first = [await visits(), await episodes()];
  expect(first.map((rows) => rows.length)).toEqual([3, 3]);
  await sessionise(app.deps);
  expect([await visits(), await episodes()]).toEqual(first);
});
