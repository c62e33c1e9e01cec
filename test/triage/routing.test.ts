import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answers } from "#content/forms.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { graceMiller, hireStaff, type Person, wangLei, writeIn } from "../cast.ts";
import { changeRules, contentForVectors, place, standing } from "./desk.ts";

const content = contentForVectors();
let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp({ content });
  staff = await hireStaff(app);
  await changeRules(app, staff.tom, (document) => {
    document.modules = [
      { id: "av-call", team: "tech" },
      { id: "reports", team: "l2-reports" },
    ];
  });
});
afterAll(async () => {
  await app.ring();
  await app.stop();
  rmSync(content, { recursive: true });
});

let people = 0;
const somebody = (locale: "en" | "zh" = "zh"): Person => ({
  ...(locale === "zh" ? wangLei : graceMiller),
  email: `customer${++people}@mail.example`,
});
const makeVip = ({ email }: Person) =>
  app.deps.db.customer.upsert({
    where: { email },
    create: { email, tier: "vip" },
    update: { tier: "vip" },
  });
const send = async (text: string, answers: Answers = {}, person = somebody()) => {
  const words = { subject: "Heronby", description: text, category: "" };
  const { ticketId } = await writeIn(app, person, { ...words, ...answers });
  await app.ring();
  return standing(app, ticketId);
};

type Vector = {
  id: string;
  input: { text: string; module?: string; tier?: string; impact?: string; prior_contacts?: number };
  expect: {
    [field: string]: unknown;
    flow: string | null;
    emotion: [number, string];
    notify: string[];
    fired: string[];
  };
};
const vectors: Vector[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "../vectors/triage-vectors.json"), "utf8"),
).vectors;

describe("F083 a form is sent, and the ticket stands where the rules put it", () => {
  test.each(vectors)("$id", async ({ input, expect: wanted }) => {
    const person = somebody();
    if (input.tier === "vip") await makeVip(person);
    const about = { category: "orders", ...(input.module && { module: input.module }) };
    for (let sent = 0; sent < (input.prior_contacts ?? 0); sent++) await send("…", about, person);
    // The form knows no wider impact than the company; that the whole system is down is for staff to say.
    const impact = input.impact && { impact: "company" };
    const ticket = await send(input.text, { ...about, ...impact }, person);
    const { category, emotion, notify, fired, quadrant, flow, ...columns } = wanted;
    expect(ticket).toMatchObject({ ...columns, flow: flow ?? "", emotion: emotion[0] });
    expect(ticket.run.outcome).toMatchObject({ category, notify, fired, quadrant });
    expect(ticket.run.outcome).toMatchObject({ emotion: { level: emotion[1] } });
  });
});

describe("what a ticket brings along", () => {
  test("F097 class, score and the trace of the rules are kept, and nothing that was written", async () => {
    const ticket = await send("怎么还没人处理?已经催了两次了,非常愤怒,我的电话13900001111");
    expect(ticket).toMatchObject({ kind: "complaint", priority: "P2", emotion: 2 });
    expect(ticket.run.trace).toEqual([
      {
        rule: "R08-complaint",
        evidence: [{ because: "text", lexicon: "angry", terms: ["愤怒"] }],
      },
      { rule: "R12-emotion-medium", evidence: [{ because: "emotion", level: "medium" }] },
    ]);
    expect(JSON.stringify(ticket.run.outcome)).not.toContain("13900001111");
  });

  test("F014 two earlier contacts on the same problem raise it; tickets about something else don't", async () => {
    const person = somebody("en");
    const again = { category: "delivery" };
    await send("Where is it", { category: "invoices" }, person);
    await send("Where is it", { category: "refunds" }, person);
    await send("Where is my parcel", again, person);
    expect((await send("Still no parcel", again, person)).flags).not.toContain("escalate-lead");
    const third = await send("Still no parcel", again, person);
    expect(third).toMatchObject({ priority: "P2", flags: ["escalate-lead"] });
    expect(third.watchers).toMatchObject([{ userId: staff.tom.id, reason: "escalation" }]);
    app.clock.set(new Date(wednesday.getTime() + 31 * 86_400_000));
    expect((await send("A parcel again", again, person)).flags).not.toContain("escalate-lead");
    app.clock.set(wednesday);
  });

  test("F014 what an answered mail quotes isn't said again", async () => {
    const mail =
      "I would like to know more.\n\nOn Tue, 17 Nov 2026, Heronby wrote:\n> This is a scam complaint, we are furious";
    expect(await send(mail)).toMatchObject({ kind: "question", emotion: 0 });
  });

  test("F050 of a VIP the account manager hears in the same moment", async () => {
    const person = somebody();
    await makeVip(person);
    const asked = await send("How do I change my invoice address?", {}, person);
    // Nobody looks after certain customers yet, so the lead does.
    expect(asked.watchers).toMatchObject([{ userId: staff.tom.id, reason: "account_manager" }]);
    await place(app, staff.xiaowen, "care", { skills: ["csm"] });
    const next = await send("How do I change my invoice address?", {}, person);
    expect(next.watchers).toMatchObject([{ userId: staff.xiaowen.id, reason: "account_manager" }]);
  });

  test("F110 what looks like a break-in goes to the risk team and flow, at least P1", async () => {
    const ticket = await send("我的账号被盗了");
    expect(ticket).toMatchObject({ team: "risk", flow: "risk", priority: "P1" });
    expect(ticket.tag).toBe("security-general-A");
  });

  test.each([
    ["F048 an invoice", "需要补开发票", "finance"],
    ["F084 stuttering video", "视频一直卡顿", "tech"],
    ["F109 a fault", "门铃坏了", "tech"],
    ["F109 account security", "异地登录", "risk"],
    ["F109 a question", "请问怎么设置", "l1"],
    ["F109 a complaint", "我要投诉", "care"],
    ["F109 a suggestion", "建议增加深色模式", "product"],
  ])("%s has its team", async (_, text, team) => {
    expect((await send(text)).team).toBe(team);
  });

  test("F049 a product with a second line goes there", async () => {
    expect(await send("数字不对", { module: "reports" })).toMatchObject({
      team: "l2-reports",
      tag: "fault-reports-C",
    });
  });

  test("sent without script, it is judged when it is confirmed", async () => {
    const { submitTicket, confirmTicket } = await import("#server/tickets/submit.service.ts");
    const person = somebody();
    const { ticketId } = await submitTicket(
      app.deps,
      {
        ...{ key: randomUUID(), form: "contact", locale: "zh", context: {} },
        writtenAt: app.deps.now(),
        answers: { kind: "question", subject: "发票", description: "怎么开", email: person.email },
      },
      { confirmed: false, check: async () => {} },
    );
    expect((await app.deps.db.ticket.findUniqueOrThrow({ where: { id: ticketId } })).team).toBe("");
    await confirmTicket(app.deps, ticketId);
    const ticket = await standing(app, ticketId);
    expect(ticket).toMatchObject({ team: "finance", runs: 1 });
    expect(ticket.events.map(({ type }) => type)).toEqual(["created", "public_reply", "assigned"]);
  });
});

describe("somebody gets it", () => {
  test("F052 with the ticket its team, and right after it whoever of the team is freest", async () => {
    await place(app, staff.mia, "finance");
    await place(app, staff.siyuan, "finance");
    const [first, second] = [await send("补开发票"), await send("补开发票")];
    expect(new Set([first.assigneeId, second.assigneeId])).toEqual(
      new Set([staff.mia.id, staff.siyuan.id]),
    );
    expect(first.events).toMatchObject([
      { type: "created", actorKind: "customer", data: { priority: "P3", kind: "question" } },
      { type: "public_reply", actorKind: "system", data: { automatic: "recorded" } },
      { type: "assigned", actorKind: "system", data: { teamId: "finance" } },
      { type: "assigned", actorKind: "system", data: { agentId: first.assigneeId } },
    ]);
    expect(first.events[2]!.at).toEqual(first.receivedAt);
  });

  test("F005 nobody above their load, nobody who is away; then it stays with the team", async () => {
    await place(app, staff.mia, "finance", { maxLoad: 1 });
    await place(app, staff.siyuan, "finance", { presence: "away" });
    const ticket = await send("补开发票");
    expect(ticket).toMatchObject({ team: "finance", assigneeId: null, status: "new" });
    expect(ticket.run.outcome).toMatchObject({ given: { because: "everybody_full" } });
    await place(app, staff.siyuan, "finance", { presence: "online" });
  });

  test("two at once see each other: with room for one, one gets it", async () => {
    await place(app, staff.mia, "finance", { presence: "off" });
    const load = await app.deps.db.ticket.count({
      where: { assigneeId: staff.siyuan.id, status: "new" },
    });
    await place(app, staff.siyuan, "finance", { maxLoad: load + 1 });
    const both = await Promise.all([send("补开发票"), send("补开发票")]);
    expect(both.map(({ assigneeId }) => assigneeId).sort()).toEqual([staff.siyuan.id, null]);
    await place(app, staff.siyuan, "", { maxLoad: 15 });
    await place(app, staff.mia, "", { maxLoad: 15, presence: "online" });
  });

  test("F053 a P0 never goes to a junior team", async () => {
    await place(app, staff.mia, "l1");
    await changeRules(app, staff.tom, ({ rules }) => {
      const howTo = rules.find(({ id }) => id === "R10-howto")!;
      rules.splice(rules.indexOf(howTo), 1);
      rules.unshift(howTo);
    });
    const ticket = await send("请问网站无法访问,支付也全线失灵怎么办", { impact: "company" });
    expect(ticket).toMatchObject({ priority: "P0", team: "tech", assigneeId: null });
  });

  test("F037 a P0 at night reaches whoever is on call", async () => {
    const plan = {
      rotations: [
        {
          ...{ id: "night", tz: "Asia/Shanghai", from: "2026-11-02", handoverAt: "09:00", days: 7 },
          people: [staff.siyuan.id],
        },
      ],
      overrides: [],
    };
    const { version } = await app.as(staff.tom).settings.current({ kind: "oncall" });
    await app.as(staff.tom).settings.save({ kind: "oncall", data: plan, note: "", base: version });
    await place(app, staff.siyuan, "tech", { presence: "off" });
    app.clock.set("2026-11-20T18:03:00Z"); // 02:03 in Shanghai
    const ticket = await send("账户资金异常,余额被转走");
    expect(ticket.watchers).toMatchObject([{ userId: staff.siyuan.id, reason: "on_call" }]);
    // Who is on call may be asked at night, and only they.
    const outage = await send("网站无法访问,支付也全线失灵");
    expect(outage).toMatchObject({ team: "tech", assigneeId: staff.siyuan.id });
    app.clock.set(wednesday);
  });

  test("a rule set saved while a ticket is being sent: one of the two judges it, as a whole", async () => {
    const before = (await app.deps.settings.current("triage")).version;
    const saving = changeRules(app, staff.tom, ({ rules }) => {
      rules.find(({ id }) => id === "R05-finance")!.enabled = false;
    });
    const tickets = await Promise.all([send("补开发票"), send("补开发票"), send("补开发票")]);
    const after = await saving;
    for (const { triageVersion, team, run } of tickets) {
      expect([before, after]).toContain(triageVersion);
      expect(run.version).toBe(triageVersion);
      expect(team).toBe(triageVersion === before ? "finance" : "l1");
    }
    expect((await send("补开发票")).team).toBe("l1");
    await changeRules(app, staff.tom, ({ rules }) => {
      rules.find(({ id }) => id === "R05-finance")!.enabled = true;
    });
  });
});
