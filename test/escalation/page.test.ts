/** What the ticket's page tells of the way up, and what people do there. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../app.ts";
import { faultAnswers, hireStaff, wangLei, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  await app.deps.db.user.update({ where: { id: staff.siyuan.id }, data: { team: "tech" } });
  const lead = app.as(staff.ada).settings;
  const { document, version } = await app.deps.settings.current("ladder");
  const data = structuredClone(document);
  data.people = {
    support_lead: staff.tom.id,
    technical_lead: staff.siyuan.id,
    product_manager: staff.xiaowen.id,
  };
  await lead.save({ kind: "ladder", data, note: "", base: version });
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});
beforeEach(() => app.clock.set("2026-11-18T02:00:00Z"));

const as = (who: keyof typeof staff) => app.as(staff[who]);
const ladder = async (number: number, who: keyof typeof staff = "mia") =>
  (await as(who).tickets.get({ number })).work.ladder;

describe("F030 the ticket's page", () => {
  test("tells why it climbed, to which level, and who was told", async () => {
    const { ticketId, number } = await writeIn(app, wangLei, faultAnswers);
    await as("mia").escalation.askForHelp({ ticketId, reason: "Needs the gateway's log." });
    const { steps, watchers, reviews } = await ladder(number);
    expect(steps).toMatchObject([
      { cause: "by_hand", level: "Lead and technician", told: [staff.tom.id, staff.siyuan.id] },
    ]);
    expect((await ladder(number, "siyuan")).steps[0]?.level).toBe("主管与技术");
    expect(watchers.map(({ reason, user }) => [user.name, reason])).toEqual([
      ["Tom Okafor", "escalation"],
      ["陈思远", "escalation"],
    ]);
    expect(reviews).toEqual([]);
    const { messages } = await as("mia").tickets.get({ number });
    expect(messages.at(-1)).toMatchObject({ kind: "note", body: "Needs the gateway's log." });
  });

  test("lets people follow it, and not follow it", async () => {
    const { ticketId, number } = await writeIn(app, wangLei);
    const names = async () => (await ladder(number)).watchers.map(({ user }) => user.name);
    await as("mia").escalation.follow({ ticketId });
    await as("mia").escalation.follow({ ticketId });
    expect(await names()).toEqual(["Mia Hartmann"]);
    await as("mia").escalation.unfollow({ ticketId });
    expect(await names()).toEqual([]);
  });
});

describe("F121 a review", () => {
  const reviewed = async () => {
    const receipt = await writeIn(app, wangLei, faultAnswers);
    const { ticketId } = receipt;
    await as("mia").escalation.askForHelp({ ticketId });
    app.clock.advance({ minutes: 1 });
    await as("mia").escalation.askForHelp({ ticketId });
    return receipt;
  };
  const waiting = async (who: keyof typeof staff) =>
    (await as(who).escalation.reviews()).map(({ ticket }) => ticket.number);

  test("waits in the list of the three and of leads, and of nobody else", async () => {
    const { number } = await reviewed();
    expect(await waiting("xiaowen")).toContain(number);
    expect(await waiting("ada")).toContain(number);
    expect(await waiting("mia")).toEqual([]);
    expect((await ladder(number, "xiaowen")).reviews[0]).toMatchObject({
      mayDecide: true,
      roles: { support_lead: staff.tom.id, product_manager: staff.xiaowen.id },
    });
    expect((await ladder(number)).reviews[0]?.mayDecide).toBe(false);
  });

  test("is decided in writing, by one of them, once", async () => {
    const { ticketId, number } = await reviewed();
    const decide = (who: keyof typeof staff, decision: string) =>
      as(who).escalation.decide({ ticketId, decision });
    await expect(decide("mia", "Wait.")).rejects.toMatchObject({ cause: { code: "not_allowed" } });
    await expect(decide("xiaowen", " ")).rejects.toMatchObject({
      cause: { code: "reason_required" },
    });
    const both = await Promise.allSettled([
      decide("xiaowen", "上门更换网关。"),
      decide("tom", "Replace it."),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await waiting("tom")).not.toContain(number);
    expect((await ladder(number, "tom")).reviews[0]).toMatchObject({ mayDecide: false });
  });
});
