/** How tickets end: solved, asked, confirmed or silent, planned, followed up. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makePartitions } from "#server/deflection/retention.service.ts";
import { eraseComment } from "#server/surveys/surveys.repo.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";
import { calmly, holder, inHours, logOf, shift, sweep, tokenOf } from "./shift.ts";

let app: TestApp;
let mia: ReturnType<typeof shift>;
const monday = new Date("2026-11-23T02:00:00Z");

beforeAll(async () => {
  app = await testApp();
  mia = shift(app, (await hireStaff(app)).mia);
});
beforeEach(() => app.clock.set(monday));
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const lastMail = async () => {
  await app.ring();
  return app.mails.at(-1)!;
};
const eventsOf = async (receipt: { number: number }) =>
  (await mia.look(receipt)).events.map(({ type }) => type);

describe("solving", () => {
  test("F129 not without a cause", async () => {
    const receipt = await writeIn(app, graceMiller);
    await expect(mia.solve(receipt, { causeTag: "" })).rejects.toMatchObject({
      message: "cause_required",
    });
  });

  test("F111 a complaint not without what the customer needed", async () => {
    const receipt = await writeIn(app, wangLei, {
      kind: "complaint",
      category: "delivery",
      subject: "投诉：一周没有人给说法",
      description: "我要投诉，配件少发了一周，没有人管。",
    });
    await expect(mia.solve(receipt, { need: "  " })).rejects.toMatchObject({
      message: "need_required",
    });
    await mia.solve(receipt, { need: "希望有人给一个说法，并补寄配件。" });
    expect((await mia.look(receipt)).need).toBe("希望有人给一个说法，并补寄配件。");
    await holder(app, receipt).judge(false);
    await mia.solve(receipt);
    expect(await mia.look(receipt)).toMatchObject({ status: "solved" });
    const page = await holder(app, receipt).page();
    expect(JSON.stringify(page)).not.toContain("补寄配件");
  });

  test("F057, F127 asks by mail whether it is solved and what else; no opens it again", async () => {
    const receipt = await writeIn(app, graceMiller);
    await mia.solve(receipt);
    expect(await eventsOf(receipt)).toContain("verify_sent");
    const mail = await lastMail();
    expect(mail.text).toMatch(/anything else we can do\? Two answers.*solved, or not yet/);
    expect(mail.text).toContain("/en/ticket/?t=");
    await holder(app, receipt).judge(false);
    expect(await mia.look(receipt)).toMatchObject({ status: "open", closeReason: null });
    expect(await mia.clock(receipt, "no_progress")).toMatchObject({ state: "running" });
  });
});

describe("F036 planned", () => {
  const plan = { text: "With firmware 3.2 in March.", link: "https://status.heronby.example/42" };

  test("a suggestion has no time to be solved by, and needs a word on what is planned", async () => {
    const receipt = await writeIn(app, graceMiller, { ...calmly.en, kind: "suggestion" });
    expect(await mia.clock(receipt, "resolution")).toBeUndefined();
    const without = mia.reply(receipt, inHours(app, 72), {
      next: "planned",
      plan: { text: " ", link: "" },
    });
    await expect(without).rejects.toMatchObject({ message: "plan_required" });
    await mia.reply(receipt, inHours(app, 72), { next: "planned", plan, body: "Good idea." });
    const page = await holder(app, receipt).page();
    expect(page).toMatchObject({ stage: "planned", planText: plan.text, planLink: plan.link });
    expect((await lastMail()).text).toContain(
      `Good idea.\n\nWhat is planned: ${plan.text}\n${plan.link}`,
    );
  });

  test("F128 a solved ticket closes with a long-term plan, told with its address", async () => {
    const receipt = await writeIn(app, graceMiller);
    const close = (text: string, link: string) => mia.closeWithPlan(receipt, text, link);
    await expect(close(plan.text, plan.link)).rejects.toMatchObject({ message: "not_allowed" });
    await mia.solve(receipt);
    await expect(close(" ", plan.link)).rejects.toMatchObject({ message: "plan_required" });
    await expect(close(plan.text, "see wiki")).rejects.toMatchObject({
      message: "plan_link_required",
    });
    await close(plan.text, plan.link);
    expect(await mia.look(receipt)).toMatchObject({
      status: "closed",
      closeReason: "long_term_plan",
    });
    await app.ring();
    const [told, survey] = app.mails.slice(-2);
    expect(told!.subject).toMatch(/^Planned: #/);
    expect(told!.text).toContain(plan.link);
    expect(survey!.subject).toMatch(/^How did we do\?/);
  });
});

describe("F127, F128 not solved, too late to open it again", () => {
  test("the new request says which one it follows, and both tickets tell it", async () => {
    const old = await writeIn(app, wangLei);
    await mia.solve(old);
    await holder(app, old).judge(true);
    app.clock.advance({ days: 15 });
    await expect(holder(app, old).judge(false)).rejects.toMatchObject({ message: "ticket_closed" });
    const next = await writeIn(app, wangLei, {}, { follows: tokenOf(old) });
    const follows = (await mia.look(next)).events.find(({ type }) => type === "follows");
    expect(follows!.data).toEqual({ ticketId: old.ticketId, number: old.number });
    const followed = (await mia.look(old)).events.find(({ type }) => type === "followed_by");
    expect(followed!.data).toEqual({ ticketId: next.ticketId, number: next.number });
    expect((await mia.look(old)).status).toBe("closed");
  });

  test("a link that isn't ours links nothing, and the request counts all the same", async () => {
    const receipt = await writeIn(app, wangLei, {}, { follows: "forged" });
    expect(await eventsOf(receipt)).not.toContain("follows");
    app.clock.advance({ days: 200 });
    await makePartitions(app.deps);
    const late = await writeIn(app, wangLei, {}, { follows: tokenOf(receipt) });
    expect(await eventsOf(late)).toContain("follows");
  });
});

describe("F058 how it was", () => {
  test("asked once in a ticket's life, when it closes", async () => {
    const receipt = await writeIn(app, graceMiller);
    const grace = holder(app, receipt);
    await mia.solve(receipt);
    await expect(grace.rate(5)).rejects.toMatchObject({ message: "survey_answered" });
    await grace.judge(true);
    const mail = await lastMail();
    expect(mail.subject).toBe(`How did we do? #${receipt.number} ${(await grace.page()).subject}`);
    expect(mail.text.match(/&csat=\d/g)).toEqual([
      "&csat=5",
      "&csat=4",
      "&csat=3",
      "&csat=2",
      "&csat=1",
    ]);
    await grace.judge(false);
    await mia.solve(receipt);
    await grace.judge(true);
    await app.ring();
    const asked = app.mails.filter(
      ({ subject }) => subject.includes(`#${receipt.number}`) && subject.startsWith("How did"),
    );
    expect(asked).toHaveLength(1);
    expect((await grace.page()).survey).toEqual({ isAnswered: false });
  });

  test("silence closes a ticket too, and asks then", async () => {
    const receipt = await writeIn(app, wangLei);
    await mia.solve(receipt);
    app.clock.advance({ hours: 73 });
    await sweep(app);
    expect((await lastMail()).subject).toContain("这次服务您满意吗？");
    expect(await eventsOf(receipt)).toContain("survey_sent");
  });

  test("answered once, kept with the ticket; the comment can be erased, the figures stay", async () => {
    const receipt = await writeIn(app, wangLei);
    const wang = holder(app, receipt);
    await mia.solve(receipt);
    await wang.judge(true);
    await expect(wang.rate(6)).rejects.toThrow();
    await expect(wang.rate(4, { nps: 11 })).rejects.toThrow();
    const answers = await Promise.allSettled([
      wang.rate(4, { nps: 9, comment: " 思远很耐心，我是王磊 " }),
      wang.rate(1),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(wang.rate(2)).rejects.toMatchObject({ message: "survey_answered" });
    const { survey } = await mia.look(receipt);
    expect([4, 1]).toContain(survey!.csat);
    expect((await wang.page()).survey).toEqual({ isAnswered: true });
    await eraseComment(app.deps.db, receipt.ticketId);
    expect((await mia.look(receipt)).survey).toMatchObject({ csat: survey!.csat, comment: "" });
    expect(JSON.stringify(await logOf(app, receipt))).not.toContain("耐心");
  });
});
