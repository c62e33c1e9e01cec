/** An incident from the decision to its end: raised, told once to all, solved together. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { carryOut } from "#server/incidents/carrying.service.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { hireStaff } from "../cast.ts";
import { announcer, neighbour, seesNoPicture } from "./story.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
const { said, publisher } = announcer();

beforeAll(async () => {
  app = await testApp({ publisher });
  staff = await hireStaff(app);
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});
beforeEach(() => app.clock.set(wednesday));

const tom = () => app.as(staff.tom).incidents;
const mia = () => app.as(staff.mia).incidents;
const refusal = (code: string) => ({ cause: { code } });
const noon = new Date("2026-11-18T04:00:00Z");
const seen = async (number: number) => {
  const { id: incidentId, version } = await tom().get({ number });
  return { incidentId, version };
};
const ticket = (id: string) =>
  app.deps.db.ticket.findUniqueOrThrow({
    where: { id },
    include: { messages: { orderBy: { createdAt: "asc" } }, events: { orderBy: { id: "asc" } } },
  });
const update = async (number: number, wanted: string) =>
  (await tom().get({ number })).updates.find(({ kind }) => kind === wanted)!;
const types = async (id: string) => (await ticket(id)).events.map(({ type }) => type);

/** An open incident with three tickets, one of them of a reader of English. */
async function opened() {
  const ids = [
    await seesNoPicture(app),
    await seesNoPicture(app),
    await seesNoPicture(app, neighbour("en")),
  ];
  const { number } = await tom().openByHand({ ticketId: ids[0]! });
  await tom().addTickets({ incidentId: (await seen(number)).incidentId, ticketIds: ids.slice(1) });
  await app.ring();
  return { ids, number };
}

describe("the decision", () => {
  test("opened by the lead, its tickets become P1 at least, each with the reason and in its clocks", async () => {
    const { ids } = await opened();
    for (const id of ids) {
      const { priority, messages } = await ticket(id);
      expect(priority).toBe("P1");
      expect(await types(id)).toEqual(
        expect.arrayContaining(["incident_joined", "priority_changed"]),
      );
      expect(messages.filter(({ kind }) => kind === "note")).toHaveLength(1);
    }
    const clock = await app.deps.db.clock.findFirstOrThrow({
      where: { ticketId: ids[0]!, metric: "first_reply" },
    });
    expect(clock.dueAt).toEqual(new Date(wednesday.getTime() + 3_600_000));
  });

  test("an agent's is a proposal, which the lead accepts or dismisses with a reason", async () => {
    const { number } = await mia().openByHand({ ticketId: await seesNoPicture(app) });
    const at = await seen(number);
    expect(await tom().get({ number })).toMatchObject({ state: "proposed", source: "hand" });
    await expect(mia().accept(at)).rejects.toMatchObject(refusal("not_allowed"));
    await expect(tom().dismiss({ ...at, reason: " " })).rejects.toMatchObject(
      refusal("reason_required"),
    );
    await tom().dismiss({ ...at, reason: "只有一位客户" });
    await expect(tom().accept(at)).rejects.toMatchObject(refusal("incident_changed"));
    expect(await tom().get({ number })).toMatchObject({ state: "dismissed", tickets: [] });
  });

  test("a ticket belongs to one incident, and who was taken out isn't offered it again", async () => {
    const { ids, number } = await opened();
    await expect(mia().openByHand({ ticketId: ids[0]! })).rejects.toMatchObject(
      refusal("ticket_in_incident"),
    );
    const { incidentId } = await seen(number);
    await mia().removeTickets({ incidentId, ticketIds: [ids[2]!] });
    expect(await mia().ofTicket({ ticketId: ids[2]! })).toEqual({ incident: null, offered: [] });
    expect(await types(ids[2]!)).toContain("incident_left");
  });

  test("webhooks hear that it opened and that it is over", async () => {
    const hook = {
      name: "status",
      url: "https://status.example/in",
      secret: "s",
      createdAt: wednesday,
    };
    await app.deps.db.webhook.create({
      data: { ...hook, events: ["incident.opened", "incident.resolved"] },
    });
    const { number } = await tom().openByHand({ ticketId: await seesNoPicture(app) });
    await tom().resolve({ ...(await seen(number)), causeTag: "network", fixed: false });
    const sent = await app.deps.db.webhookDelivery.findMany({ orderBy: { id: "asc" } });
    expect(sent.map(({ payload }) => payload)).toMatchObject([
      { event: "incident.opened", incident: { number, category: "account" } },
      { event: "incident.resolved", incident: { number } },
    ]);
    await app.deps.db.webhook.deleteMany();
  });
});

describe("one update for all", () => {
  const text = { en: "We found the cause and are mending it.", zh: "已找到原因，正在修复。" };

  test("goes to each ticket in its language, with its own clocks, promise and mail, once", async () => {
    const { ids, number } = await opened();
    const { incidentId } = await seen(number);
    const key = randomUUID();
    const mails = app.mails.length;
    const told = { incidentId, key, text, promiseAt: noon };
    expect(await tom().tellAll(told)).toEqual({ tickets: 3 });
    await tom().tellAll(told);
    await app.ring();
    const bodies = await Promise.all(ids.map(ticket));
    expect(
      bodies.map(({ messages }) =>
        messages.filter(({ kind }) => kind === "public").map(({ body }) => body),
      ),
    ).toEqual([[text.zh], [text.zh], [text.en]]);
    for (const id of ids) {
      const clocks = await app.deps.db.clock.findMany({ where: { ticketId: id } });
      const of = (metric: string) => clocks.find((clock) => clock.metric === metric);
      expect(of("first_reply")).toMatchObject({ state: "met" });
      expect(of("promise")).toMatchObject({ state: "running", dueAt: noon });
    }
    expect(app.mails.slice(mails).filter(({ text: mail }) => mail.includes(text.zh))).toHaveLength(
      2,
    );
    expect(await update(number, "reply")).toMatchObject({ all: 3, done: 3, missed: [] });
  });

  test("a worker that dies and another that is faster double nothing", async () => {
    const { ids, number } = await opened();
    const { incidentId } = await seen(number);
    const key = randomUUID();
    await tom().tellAll({ incidentId, key, text, promiseAt: noon });
    const which = { updateId: key, ticketId: ids[0]! };
    await Promise.all([carryOut(app.deps, which), carryOut(app.deps, which)]);
    await tom().sendAgain({ incidentId });
    await app.ring();
    const { messages } = await ticket(ids[0]!);
    expect(messages.filter(({ kind }) => kind === "public")).toHaveLength(1);
  });

  test("says which tickets it didn't reach and why", async () => {
    const { ids, number } = await opened();
    const { incidentId } = await seen(number);
    const key = randomUUID();
    await tom().tellAll({ incidentId, key, text, promiseAt: noon });
    await app.deps.db.ticket.update({ where: { id: ids[0]! }, data: { status: "solved" } });
    await mia().removeTickets({ incidentId, ticketIds: [ids[1]!] });
    app.clock.set(new Date(noon.getTime() + 1000));
    await app.ring();
    const { missed } = await update(number, "reply");
    expect(missed.map(({ outcome }) => outcome).sort()).toEqual(["closed", "late", "left"]);
  });

  test("is refused without words in a language that somebody reads, or with a time that has passed", async () => {
    const { number } = await opened();
    const { incidentId } = await seen(number);
    const told = { incidentId, key: randomUUID(), text, promiseAt: noon };
    await expect(tom().tellAll({ ...told, text: { en: "", zh: "在修" } })).rejects.toMatchObject(
      refusal("incident_text_missing"),
    );
    await expect(tom().tellAll({ ...told, promiseAt: wednesday })).rejects.toMatchObject(
      refusal("promise_in_past"),
    );
    await expect(mia().tellAll(told)).rejects.toMatchObject(refusal("not_allowed"));
  });
});

test("the end: the incident is resolved, and all its tickets are solved with the cause", async () => {
  const { ids, number } = await opened();
  await tom().resolve({ ...(await seen(number)), causeTag: "network", fixed: true });
  const { incidentId } = await seen(number);
  const text = { en: "Signing in works again.", zh: "登录已恢复。" };
  await app.deps.db.ticket.update({ where: { id: ids[1]! }, data: { kind: "complaint" } });
  await tom().solveAll({ incidentId, key: randomUUID(), text, causeTag: "network" });
  await app.ring();
  expect(await ticket(ids[0]!)).toMatchObject({ status: "solved", causeTag: "network" });
  expect(await types(ids[0]!)).toContain("verify_sent");
  const { missed } = await update(number, "solve");
  expect(missed).toMatchObject([{ outcome: "needs_person" }]);
});

test("the banner needs both languages, goes up with a switch and down with the end", async () => {
  const { number } = await opened();
  const banner = { en: "Signing in fails for some people.", zh: "部分用户无法登录。", link: "" };
  const title = { en: "Sign-in", zh: "登录异常" };
  await tom().writeTexts({ ...(await seen(number)), title, banner: { ...banner, en: "" } });
  await expect(tom().switchBanner({ ...(await seen(number)), on: true })).rejects.toMatchObject(
    refusal("incident_text_missing"),
  );
  await tom().writeTexts({ ...(await seen(number)), title, banner });
  await tom().switchBanner({ ...(await seen(number)), on: true });
  await app.ring();
  expect(said.at(-1)).toMatchObject([{ id: number, en: banner.en, zh: banner.zh }]);
  await tom().resolve({ ...(await seen(number)), causeTag: "network", fixed: false });
  await app.ring();
  expect(said.at(-1)).toEqual([]);
});
