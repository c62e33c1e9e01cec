import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const fault = {
  kind: "fault",
  module: "cam",
  category: "troubleshooting",
  subject: "Camera goes offline every night",
  description: "Since Sunday the camera in the garden goes offline at about 2 in the morning.",
  since: "2026-11-15T02:00",
  steps: "Restarted the router, moved the camera closer.",
  evidence: { waived: "It only happens at night" },
};

describe("a customer writes in", () => {
  test("and gets a number, a priority and a time, on screen and by mail", async () => {
    const receipt = await writeIn(app, graceMiller);
    expect(receipt.number).toBeGreaterThan(10_000);
    expect(receipt.priority).toBe("P3");
    // Eight working hours from Wednesday 10:00 in Shanghai: Wednesday 18:00.
    expect(receipt.firstReplyBy?.toISOString()).toBe("2026-11-18T10:00:00.000Z");
    await app.ring();
    const mail = app.mails.at(-1)!;
    expect(mail.to).toBe(graceMiller.email);
    expect(mail.subject).toContain(`#${receipt.number}`);
    expect(mail.text).toContain("/en/ticket/?t=");
    // Grace reads in New York, where it is 05:00.
    expect(mail.text).toContain("05:00");
  });

  test("in Chinese, and is answered in Chinese", async () => {
    const receipt = await writeIn(app, wangLei);
    await app.ring();
    expect(app.mails.at(-1)!.subject).toBe(
      `已收到您的问题 #${receipt.number}：云服务扣费能开发票吗？`,
    );
    expect(app.mails.at(-1)!.text).toContain("18:00");
  });

  test("F081 and sends twice: one ticket, one mail", async () => {
    const key = randomUUID();
    const before = app.mails.length;
    const [first, second] = await Promise.all([
      writeIn(app, graceMiller, {}, { key }),
      writeIn(app, graceMiller, {}, { key }),
    ]);
    const third = await writeIn(app, graceMiller, {}, { key });
    expect([second.number, third.number]).toEqual([first.number, first.number]);
    await app.ring();
    expect(app.mails.length).toBe(before + 1);
  });

  test("F081 from a device that was offline: both times are kept, the claim at most 7 days old", async () => {
    const writtenAt = new Date("2026-11-17T12:00:00Z");
    const receipt = await writeIn(app, graceMiller, {}, { writtenAt });
    const ticket = await app.as(staff.mia).tickets.get({ number: receipt.number });
    expect(ticket.writtenAt).toEqual(writtenAt);
    expect(ticket.receivedAt).toEqual(app.deps.now());
    const old = await writeIn(
      app,
      graceMiller,
      {},
      { writtenAt: new Date("2025-01-01T00:00:00Z") },
    );
    const older = await app.as(staff.mia).tickets.get({ number: old.number });
    expect(older.writtenAt.toISOString()).toBe("2026-11-11T02:00:00.000Z");
  });

  test("what is known of a customer stays; what wasn't known yet is filled in", async () => {
    const ann = { ...graceMiller, name: "", email: "ann@example.org" };
    const known = () =>
      app.deps.db.customer.findUniqueOrThrow({
        where: { email: ann.email },
        select: { name: true, company: true, locale: true },
      });
    await writeIn(app, ann);
    expect(await known()).toEqual({ name: null, company: null, locale: "en" });
    await writeIn(app, ann, { name: "Ann Lee" });
    await writeIn(app, ann, { name: "A. L.", company: "Lee & Sons" }, { locale: "zh" });
    expect(await known()).toEqual({ name: "Ann Lee", company: "Lee & Sons", locale: "en" });
  });

  test("F043 the tier comes from the account table, not from the customer", async () => {
    const receipt = await writeIn(app, wangLei, { tier: "vip", company: "磊科技" } as never);
    const ticket = await app.as(staff.mia).tickets.get({ number: receipt.number });
    expect(ticket.customer).toMatchObject({
      tier: "normal",
      company: "磊科技",
      email: wangLei.email,
    });
    await app.deps.db.customer.update({ where: { email: wangLei.email }, data: { tier: "vip" } });
    const again = await writeIn(app, wangLei);
    expect((await app.as(staff.mia).tickets.get({ number: again.number })).customer.tier).toBe(
      "vip",
    );
  });

  test("F044 F045 with time of occurrence, product, steps and evidence", async () => {
    const receipt = await writeIn(app, graceMiller, fault);
    const ticket = await app.as(staff.mia).tickets.get({ number: receipt.number });
    expect(ticket).toMatchObject({ module: "cam", kind: "fault", subject: fault.subject });
    expect(ticket.snapshot?.data).toMatchObject({
      answers: { since: fault.since, steps: fault.steps, evidence: fault.evidence },
    });
  });

  test("F046 impact and own urgency are stored; urgency alone never makes P0", async () => {
    const urgent = await writeIn(app, graceMiller, { ...fault, urgency: "high", impact: "person" });
    const ticket = await app.as(staff.mia).tickets.get({ number: urgent.number });
    expect(ticket).toMatchObject({ urgency: "high", impact: "person", priority: "P2" });
    const wide = await writeIn(app, graceMiller, { ...fault, urgency: "high", impact: "company" });
    expect(wide.priority).toBe("P1");
  });

  test("F047 a fault without steps or evidence is refused by field; evidence is waived with a reason", async () => {
    const refused = (answers: object) =>
      writeIn(app, graceMiller, { ...fault, ...answers }).catch((error) => error.cause);
    expect(await refused({ steps: "" })).toMatchObject({
      code: "field_required",
      params: { field: "steps" },
    });
    expect(await refused({ evidence: "" })).toMatchObject({
      code: "field_required",
      params: { field: "evidence" },
    });
    expect(await refused({ evidence: { waived: " " } })).toMatchObject({
      code: "reason_required",
      params: { field: "evidence" },
    });
    expect(
      (await writeIn(app, graceMiller, { ...fault, steps: { waived: "" } })).number,
    ).toBeGreaterThan(0);
  });

  test("F106 the facts are fields of the ticket, and their share is shown", async () => {
    const bare = await writeIn(app, graceMiller, { ...fault, steps: { waived: "" } });
    const full = await writeIn(app, graceMiller, {
      ...fault,
      device: "Cam X",
      version: "4.2.1",
      account: "grace",
    });
    const share = async (number: number) =>
      (await app.as(staff.mia).tickets.get({ number })).completeness;
    expect(await share(bare.number)).toBe(33);
    expect(await share(full.number)).toBe(100);
  });

  test("F107 the context is what was shown and sent; no address of the sender's machine is kept", async () => {
    const context = {
      page: "/en/setup/",
      browser: "Firefox 150",
      os: "Linux",
      searches: ["camera offline"],
    };
    const receipt = await writeIn(app, graceMiller, fault, { context });
    const ticket = await app.as(staff.mia).tickets.get({ number: receipt.number });
    expect(ticket.snapshot?.data).toMatchObject({ context });
    const everything = await app.deps.db.$queryRaw<{ t: string }[]>`
      SELECT (SELECT json_agg(t)::text FROM tickets t) || (SELECT json_agg(s)::text FROM form_snapshots s)
        || (SELECT json_agg(e)::text FROM ticket_events e) AS t`;
    expect(everything[0]!.t).not.toContain("203.0.113.7");
  });

  test("F108 the form as sent can't be changed, only erased", async () => {
    const receipt = await writeIn(app, graceMiller, fault);
    const where = { ticketId: receipt.ticketId };
    await expect(app.deps.db.formSnapshot.update({ where, data: { data: {} } })).rejects.toThrow(
      "can only be erased",
    );
    await app.deps.db
      .$executeRaw`UPDATE form_snapshots SET data = NULL, "erasedAt" = now() WHERE "ticketId" = ${receipt.ticketId}::uuid`;
    expect(await app.deps.db.formSnapshot.findUnique({ where })).toMatchObject({ data: null });
  });

  test("F074 with nothing configured a ticket is handled end to end", async () => {
    const { ticketId, number } = await writeIn(app, { ...wangLei, email: "once@mail.example" });
    const siyuan = app.as(staff.siyuan);
    const version = async () => (await siyuan.tickets.get({ number })).version;
    await siyuan.tickets.acknowledge({ ticketId, version: await version() });
    const { proposedPromise } = await siyuan.tickets.get({ number });
    await siyuan.tickets.reply({
      ticketId,
      version: await version(),
      key: randomUUID(),
      body: "您好，订阅扣费可以开票。我先核对您的扣费记录，核对好把步骤发给您。",
      promiseAt: proposedPromise,
      next: "open",
    });
    await siyuan.tickets.solve({
      ticketId,
      version: await version(),
      key: randomUUID(),
      body: "在 App 的“我的 > 账单”里选择扣费记录，点“申请发票”即可。",
      causeTag: "how_to",
    });
    const solved = await siyuan.tickets.get({ number });
    expect(solved).toMatchObject({ status: "solved", causeTag: "how_to" });
    expect(solved.clocks.map(({ metric, state }) => [metric, state])).toEqual([
      ["async_feedback", "met"],
      ["auto_reply", "met"],
      ["ack", "met"],
      ["first_reply", "met"],
      ["full_reply", "met"],
      ["conclusion", "met"],
      ["resolution", "met"],
      ["promise", "met"],
      ["silent_close", "running"],
    ]);
  });
});

describe("bad input is answered, and nothing is kept of it", () => {
  test.each([
    [
      "an empty description",
      { description: " " },
      { code: "field_required", params: { field: "description" } },
    ],
    [
      "a description of 1 MB",
      { description: "字".repeat(350_000) },
      { code: "text_too_long", params: { max: 20_000 } },
    ],
    ["an address without a domain", { email: "grace@" }, { code: "email_invalid" }],
    ["a category that doesn't exist", { category: "nonsense" }, { code: "choice_unknown" }],
    ["a file that isn't there", { files: [randomUUID()] }, { code: "file_missing" }],
  ])("%s", async (_, answers, problem) => {
    const before = await app.deps.db.ticket.count();
    const error = await writeIn(app, graceMiller, answers as never).catch((e) => e.cause);
    expect(error).toMatchObject(problem);
    expect(await app.deps.db.ticket.count()).toBe(before);
  });

  test("20,000 Chinese characters are 20,000 characters", async () => {
    const receipt = await writeIn(app, wangLei, { description: "票".repeat(20_000) });
    expect(receipt.number).toBeGreaterThan(0);
  });

  test("a spent proof of work, and a forged one", async () => {
    const submit = (proof: string) =>
      app.visitor().forms.submit({
        submission: {
          key: randomUUID(),
          form: "contact",
          locale: "en",
          answers: {},
          writtenAt: app.deps.now(),
        },
        proof,
        website: "",
      });
    await expect(submit("")).rejects.toMatchObject({ message: "field_required" });
    await expect(submit("bm9uc2Vuc2U=")).rejects.toBeTruthy();
  });
});
