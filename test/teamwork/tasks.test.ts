/** Other teams' part of a ticket: given with an owner and a time, answered, done. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sweepTasks } from "#server/teamwork/tasks.service.ts";
import { type TestApp, testApp } from "../app.ts";
import {
  faultAnswers,
  hireStaff,
  somebodyNew,
  suggestionAnswers,
  wangLei,
  writeIn,
} from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  await app.deps.db.user.update({ where: { id: staff.siyuan.id }, data: { team: "tech" } });
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});
beforeEach(() => app.clock.set("2026-11-18T02:00:00Z"));

const mia = () => app.as(staff.mia).teamwork;
const siyuan = () => app.as(staff.siyuan).teamwork;
const tomorrow = new Date("2026-11-19T02:00:00Z");
const work = {
  title: "查网关日志",
  team: "tech",
  dueAt: tomorrow,
  reason: "只有电话描述，没有日志。",
};
const fault = () => writeIn(app, somebodyNew(), faultAnswers);
const logged = async (ticketId: string) =>
  (await app.deps.db.ticketEvent.findMany({ where: { ticketId }, orderBy: { id: "asc" } })).map(
    ({ type }) => type,
  );
const refusal = (code: string) => ({ cause: { code } });

describe("F056 a task for another team", () => {
  test("has a team and a due time, and shows on its ticket and in the team's list", async () => {
    const { ticketId, number } = await fault();
    const { id } = await mia().giveTask({ ticketId, ...work });
    const { team, tasks } = await siyuan().tasks({ scope: "team" });
    expect(team).toBe("tech");
    expect(tasks.filter((task) => task.id === id)).toMatchObject([
      { title: "查网关日志", dueAt: tomorrow, ticket: { number } },
    ]);
    expect(await logged(ticketId)).toContain("task_given");
    const { tasks: hers } = await mia().tasks({ scope: "mine" });
    expect(hers).toEqual([]);
  });

  test("without a team or person, or with a time that has passed, is refused", async () => {
    const { ticketId } = await fault();
    const nobody = mia().giveTask({ ticketId, ...work, team: "" });
    await expect(nobody).rejects.toMatchObject(refusal("task_owner_required"));
    const late = mia().giveTask({ ticketId, ...work, dueAt: app.deps.now() });
    await expect(late).rejects.toMatchObject(refusal("due_in_past"));
    const unknown = mia().giveTask({ ticketId, ...work, team: "magic" });
    await expect(unknown).rejects.toMatchObject(refusal("choice_unknown"));
  });

  test("is answered and done with an outcome; the first answer counts", async () => {
    const { ticketId } = await fault();
    const { id: taskId } = await mia().giveTask({ ticketId, ...work });
    app.clock.advance({ hours: 1 });
    await siyuan().answerTask({ taskId, text: "正在看。" });
    app.clock.advance({ hours: 1 });
    await siyuan().answerTask({ taskId, text: "找到了。" });
    const empty = siyuan().finishTask({ taskId, outcome: " " });
    await expect(empty).rejects.toMatchObject(refusal("answer_required"));
    await siyuan().finishTask({ taskId, outcome: "固件 2.3.1 修好了。" });
    expect(await app.deps.db.task.findUnique({ where: { id: taskId } })).toMatchObject({
      answeredAt: new Date("2026-11-18T03:00:00Z"),
      doneAt: new Date("2026-11-18T04:00:00Z"),
      outcome: "固件 2.3.1 修好了。",
    });
    const notes = await app.deps.db.message.findMany({ where: { ticketId, kind: "note" } });
    expect(notes.map(({ body }) => body)).toEqual([work.reason, "正在看。", "找到了。"]);
    const again = siyuan().finishTask({ taskId, outcome: "Again." });
    await expect(again).rejects.toMatchObject(refusal("task_done"));
  });

  test("is nobody else's to finish, but a lead's", async () => {
    const { ticketId } = await fault();
    const { id: taskId } = await mia().giveTask({ ticketId, ...work });
    const outcome = "Done.";
    const other = app.as(staff.xiaowen).teamwork.finishTask({ taskId, outcome });
    await expect(other).rejects.toMatchObject(refusal("not_allowed"));
    const both = await Promise.allSettled([
      app.as(staff.tom).teamwork.finishTask({ taskId, outcome }),
      siyuan().finishTask({ taskId, outcome }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("whoever does it", () => {
  const told = async (kind: string, ticketId: string) =>
    (await app.deps.db.notification.findMany({ where: { kind, ticketId } })).map(
      ({ userId }) => userId,
    );

  test("hears of a task at once, and once when it is overdue, however many workers look", async () => {
    const { ticketId } = await fault();
    const { id: taskId } = await mia().giveTask({ ticketId, ...work });
    expect(await told("task_given", ticketId)).toEqual([staff.siyuan.id]);
    app.clock.set(tomorrow);
    await sweepTasks(app.deps);
    expect(await told("task_overdue", ticketId)).toEqual([]);
    app.clock.advance({ seconds: 1 });
    await Promise.all([sweepTasks(app.deps), sweepTasks(app.deps)]);
    await sweepTasks(app.deps);
    expect((await told("task_overdue", ticketId)).sort()).toEqual(
      [staff.mia.id, staff.siyuan.id].sort(),
    );
    await siyuan().finishTask({ taskId, outcome: "好了。" });
  });
});

describe("F119 handed to the technicians", () => {
  test("without anything that shows the problem, it needs a reason", async () => {
    const { ticketId } = await fault();
    const bare = mia().giveTask({ ticketId, ...work, reason: " " });
    await expect(bare).rejects.toMatchObject(refusal("evidence_reason_required"));
    await mia().giveTask({ ticketId, ...work, team: "finance", reason: "" });
  });

  test("which teams ask for it is a setting, not a name", async () => {
    const { settings } = app.as(staff.tom);
    const { version: base, document } = await settings.current({ kind: "teams" });
    const data = structuredClone(document) as { teams: { id: string; needsEvidence?: boolean }[] };
    for (const team of data.teams) team.needsEvidence = team.id === "finance";
    const { version } = await settings.save({ kind: "teams", data, note: "", base });
    const { ticketId } = await fault();
    const bare = mia().giveTask({ ticketId, ...work, team: "finance", reason: " " });
    await expect(bare).rejects.toMatchObject(refusal("evidence_reason_required"));
    await mia().giveTask({ ticketId, ...work, reason: " " });
    await settings.restore({ kind: "teams", version: base, note: "", base: version });
  });

  test("with a recording it needs none", async () => {
    const { ticketId } = await fault();
    await app.deps.db.attachment.create({
      data: {
        ...{ ticketId, name: "断线.mp4", mime: "video/mp4", size: 9, sha256: "0".repeat(64) },
        createdAt: app.deps.now(),
      },
    });
    await mia().giveTask({ ticketId, ...work, reason: "" });
  });
});

describe("F126 a suggestion in the backlog", () => {
  test("tells its asker when it is there, once", async () => {
    const { ticketId, number } = await writeIn(app, wangLei, suggestionAnswers);
    await app.ring();
    app.mails.length = 0;
    const { id: taskId } = await mia().linkBacklog({
      ...{ ticketId, team: "product", title: "深色模式" },
      detail: "https://backlog.heronby.example/412",
    });
    await mia().finishTask({ taskId, outcome: "在「我的 › 显示」里打开即可。" });
    const again = mia().finishTask({ taskId, outcome: "" });
    await expect(again).rejects.toMatchObject(refusal("task_done"));
    await app.ring();
    expect(app.mails).toMatchObject([
      { to: "wang.lei@mail.example", subject: `已经上线：深色模式（#${number}）` },
    ]);
    expect(app.mails[0]?.text).toContain("在「我的 › 显示」里打开即可。");
    expect(await logged(ticketId)).toContain("shipped");
  });

  test("is for suggestions alone", async () => {
    const { ticketId } = await fault();
    const linked = mia().linkBacklog({ ticketId, team: "product", title: "Anything" });
    await expect(linked).rejects.toMatchObject(refusal("not_allowed"));
  });
});
