import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";
import { calmly, holder, inHours, logOf, shift, sweep } from "./shift.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
let mia: ReturnType<typeof shift>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  mia = shift(app, staff.mia);
});
beforeEach(() => app.clock.set(wednesday));
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const lastReply = async (receipt: Parameters<typeof logOf>[1]) =>
  (await logOf(app, receipt)).findLast(({ type }) => type === "public_reply");
const lastMail = async () => {
  await app.ring();
  return app.mails.at(-1)!;
};

describe("a reply is worth what it says", () => {
  test("F003, F077 an automatic receipt and an acknowledgement leave the first reply open", async () => {
    const receipt = await writeIn(app, graceMiller);
    app.clock.advance({ seconds: 1 });
    expect(await mia.clock(receipt, "first_reply")).toMatchObject({ state: "running" });
    await mia.reply(receipt, inHours(app, 2), { purpose: "received" });
    expect(await mia.clock(receipt, "first_reply")).toMatchObject({ state: "running" });
    expect(await mia.clock(receipt, "ack")).toMatchObject({ state: "met" });
    expect(await mia.clock(receipt, "promise")).toMatchObject({ dueAt: inHours(app, 2) });
    await mia.reply(receipt, inHours(app, 2), { purpose: "progress" });
    expect(await mia.clock(receipt, "first_reply")).toMatchObject({ state: "met" });
  });

  test("F008, F017 the first reply has a name and a time: refused without the time", async () => {
    const receipt = await writeIn(app, graceMiller);
    await expect(mia.reply(receipt, null, { purpose: "l1_first" })).rejects.toMatchObject({
      message: "promise_required",
    });
    await mia.reply(receipt, inHours(app, 4), { purpose: "l1_first" });
    expect(await lastReply(receipt)).toMatchObject({
      purpose: "l1_first",
      substantive: false,
      promiseAt: inHours(app, 4).getTime(),
    });
    const page = await holder(app, receipt).page();
    expect(page.headline).toEqual({
      state: "promised",
      owner: "Mia Hartmann",
      by: inHours(app, 4),
    });
  });

  test("F025, F026 a template with an open place doesn't go out, and the place is named", async () => {
    const receipt = await writeIn(app, graceMiller);
    const body = "Request {{number}}: you hear from me within {{within}}.";
    await expect(
      mia.reply(receipt, inHours(app, 2), { purpose: "progress", body }),
    ).rejects.toMatchObject({
      cause: { code: "template_incomplete", params: { missing: "number, within" } },
    });
    await mia.reply(receipt, inHours(app, 2), { body: "Write {{name}} as it stands there." });
  });

  test("F009 without a next step the substantive reply is still owed; with one it isn't", async () => {
    const receipt = await writeIn(app, wangLei, { kind: "complaint" });
    expect(await mia.clock(receipt, "substantive_reply")).toMatchObject({
      dueAt: inHours(app, 4),
      goalAt: inHours(app, 2),
    });
    await mia.reply(receipt, inHours(app, 2), { substantive: false });
    expect(await mia.clock(receipt, "substantive_reply")).toMatchObject({ state: "running" });
    await mia.reply(receipt, inHours(app, 2), { substantive: true });
    expect(await mia.clock(receipt, "substantive_reply")).toMatchObject({ state: "met" });
  });

  test("F010 only the whole answer ends the clock of the full reply", async () => {
    const receipt = await writeIn(app, graceMiller, calmly.en);
    await mia.reply(receipt, inHours(app, 4));
    expect(await mia.clock(receipt, "full_reply")).toMatchObject({ state: "running" });
    await mia.reply(receipt, inHours(app, 4), { full: true });
    expect(await mia.clock(receipt, "full_reply")).toMatchObject({ state: "met" });
  });

  test("F021 words for soon are counted, and none of them is kept", async () => {
    const receipt = await writeIn(app, wangLei);
    await mia.reply(receipt, inHours(app, 2), { body: "我们会尽快处理，稍后回复您。" });
    const reply = await lastReply(receipt);
    expect(reply).toMatchObject({ vague: 2 });
    expect(JSON.stringify(reply)).not.toContain("尽快");
    await mia.reply(receipt, inHours(app, 2), { body: "We answer soon, by 15:00 today." });
    expect(await lastReply(receipt)).not.toHaveProperty("vague");
  });
});

describe("promises", () => {
  test("F019 an open ticket isn't answered without the next time, except to ask", async () => {
    const receipt = await writeIn(app, graceMiller);
    for (const next of ["open", "waiting_third_party", "planned"] as const) {
      const plan = { text: "With the spring release.", link: "" };
      await expect(mia.reply(receipt, null, { next, plan })).rejects.toMatchObject({
        message: "promise_required",
      });
    }
    await expect(mia.reply(receipt, inHours(app, -1))).rejects.toMatchObject({
      message: "promise_in_past",
    });
    await mia.reply(receipt, null, { next: "waiting_customer" });
    expect((await mia.look(receipt)).status).toBe("waiting_customer");
  });

  test("F020 the owner is reminded a fifth of the time before it is due, once", async () => {
    const receipt = await writeIn(app, graceMiller);
    await mia.reply(receipt, inHours(app, 5));
    const reminders = async () =>
      (await logOf(app, receipt)).filter(
        (event) => event.type === "warned" && event.metric === "promise",
      );
    app.clock.advance({ hours: 3, minutes: 59 });
    await sweep(app);
    expect(await reminders()).toEqual([]);
    app.clock.advance({ minutes: 1 });
    await sweep(app);
    await sweep(app);
    expect(await reminders()).toHaveLength(1);
  });

  test("F027 a delay: reason and new time, told by mail and on the page; no progress", async () => {
    const receipt = await writeIn(app, graceMiller);
    await mia.reply(receipt, inHours(app, 2));
    const silent = await mia.clock(receipt, "no_progress");
    const late = {
      purpose: "delay",
      delay: { reason: "The warehouse counts its stock." },
    } as const;
    await expect(
      mia.reply(receipt, inHours(app, 6), { purpose: "delay", delay: { reason: " " } }),
    ).rejects.toMatchObject({ message: "delay_reason_required" });
    await expect(mia.reply(receipt, inHours(app, 6), { purpose: "delay" })).rejects.toMatchObject({
      message: "delay_reason_required",
    });
    await expect(
      mia.reply(receipt, null, { ...late, next: "waiting_customer" }),
    ).rejects.toMatchObject({ message: "promise_required" });
    app.clock.advance({ hours: 1 });
    await mia.reply(receipt, inHours(app, 5), { ...late, body: "I can't keep the time." });
    expect(await lastReply(receipt)).toMatchObject({ delay: true });
    expect(await lastReply(receipt)).not.toHaveProperty("substantive");
    const { clocks } = await mia.look(receipt);
    const promises = clocks.filter(({ metric }) => metric === "promise");
    expect(promises).toHaveLength(1);
    expect(promises[0]).toMatchObject({ dueAt: inHours(app, 5), state: "running" });
    expect(await mia.clock(receipt, "no_progress")).toMatchObject({ startedAt: silent!.startedAt });
    const { events, messages } = await holder(app, receipt).page();
    expect(messages.at(-1)!.body).toContain("The reason: The warehouse counts its stock.");
    expect(events.filter(({ type }) => type === "public_reply").at(-1)!.data).toEqual({
      promiseAt: inHours(app, 5).getTime(),
      delay: true,
    });
    const mail = await lastMail();
    expect(mail.subject).toMatch(/^It takes longer: #/);
    expect(mail.text).toContain("The reason: The warehouse counts its stock.");
    expect(mail.text).toMatch(/The new time: you will hear from us by Wed,? 18 Nov,? 03:00/);
  });

  test("what the customer already reads isn't said twice", async () => {
    const receipt = await writeIn(app, wangLei);
    await mia.reply(receipt, inHours(app, 2), {
      body: "抱歉要推后，原因是：仓库盘点。",
      delay: { reason: "仓库盘点" },
    });
    const { messages } = await holder(app, receipt).page();
    expect(messages.at(-1)!.body).toBe("抱歉要推后，原因是：仓库盘点。");
  });
});

describe("what the customer sees", () => {
  test("F002, F079, F087 received, who has it, in progress, last and next word", async () => {
    const receipt = await writeIn(app, wangLei);
    const wang = holder(app, receipt);
    expect(await wang.page()).toMatchObject({
      stage: "received",
      owner: null,
      headline: { state: "received", by: receipt.firstReplyBy },
    });
    app.clock.advance({ minutes: 5 });
    await mia.ack(receipt);
    const acknowledgedAt = app.deps.now();
    expect(await wang.page()).toMatchObject({
      stage: "in_progress",
      owner: "Mia Hartmann",
      updatedAt: acknowledgedAt,
    });
    app.clock.advance({ minutes: 5 });
    await mia.reply(receipt, inHours(app, 2));
    expect(await wang.page()).toMatchObject({
      updatedAt: app.deps.now(),
      headline: { state: "promised", by: inHours(app, 2) },
    });
    expect(JSON.stringify(await wang.page())).not.toContain("substantive");
  });

  test("F016, F105 at once by mail: the number, that it is recorded, and a time", async () => {
    const receipt = await writeIn(app, wangLei, calmly.zh);
    const mail = await lastMail();
    expect(mail.text).toContain(`编号 ${receipt.number}`);
    expect(mail.text).toMatch(/已收录.*11月18日周三.*18:00/s);
    expect(await mia.clock(receipt, "async_feedback")).toMatchObject({
      state: "met",
      dueAt: inHours(app, 24),
    });
  });

  test("a server whose clock is an hour behind undoes nothing that happened", async () => {
    const receipt = await writeIn(app, wangLei, calmly.zh);
    const clocks = async () => (await mia.look(receipt)).clocks;
    app.clock.advance({ minutes: 5 });
    await mia.reply(receipt, inHours(app, 2), { purpose: "progress" });
    const before = await clocks();
    app.clock.advance({ hours: -1 });
    await holder(app, receipt).write("补充一下：发票抬头是公司。");
    const kinds = (all: typeof before) => all.map(({ metric, state }) => `${metric} ${state}`);
    expect(kinds(await clocks())).toEqual(expect.arrayContaining(kinds(before)));
    expect(kinds(before)).toContain("first_reply met");
    expect(kinds(before)).toContain("promise running");
  });

  test("a message that asks for news is marked as such, its words aren't kept in the log", async () => {
    const receipt = await writeIn(app, wangLei);
    const wang = holder(app, receipt);
    await wang.write("补充一下：发票抬头是公司。");
    await wang.write("有进展吗？");
    const messages = (await logOf(app, receipt)).filter(({ type }) => type === "customer_message");
    expect(messages.map((event) => "nudge" in event)).toEqual([false, true]);
  });
});
