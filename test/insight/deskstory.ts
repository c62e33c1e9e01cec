/** A few tickets whose figures can be counted on one hand, and a fortnight of readers. */
import { randomUUID } from "node:crypto";
import { seedVisits } from "../../prisma/demo-visits.ts";
import { readGrownCases } from "../../server/insight/cases.service.ts";
import type { Filter } from "../../server/insight/period.ts";
import type { View } from "../../server/insight/report.ts";
import { type TestApp, testApp } from "../app.ts";
import { faultAnswers, graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";

export const november: Filter = { from: "2026-11-01", to: "2026-11-18" };

async function solve(
  app: TestApp,
  mia: ReturnType<TestApp["as"]>,
  number: number,
  causeTag: "how_to" | "product_fault",
) {
  const { id, version } = (await mia.tickets.get({ number }))!;
  const body = "Open the app, choose the camera, press Reconnect, and wait a minute.";
  await mia.tickets.solve({ ticketId: id, version, key: randomUUID(), body, causeTag });
  return id;
}
const rate = (app: TestApp, ticketId: string, csat: number | null, nps: number | null) =>
  app.deps.db.survey.upsert({
    where: { ticketId },
    create: { ticketId, sentAt: app.deps.now(), csat, nps, answeredAt: app.deps.now() },
    update: { csat, nps, answeredAt: app.deps.now() },
  });

/**
 * Four tickets of the second of November: one solved at once, one solved after the customer came back,
 * one that went to another team after its first answer, one without an answer.
 */
export async function deskStory() {
  const app = await testApp({ at: new Date("2026-11-02T02:00:00Z") });
  const staff = await hireStaff(app);
  const mia = app.as(staff.mia);
  const once = await writeIn(app, graceMiller);
  const back = await writeIn(app, wangLei, { ...faultAnswers, since: "2026-11-01T22:00:00.000Z" });
  const moved = await writeIn(app, wangLei, { category: "delivery" });
  await writeIn(app, graceMiller, { category: "troubleshooting" });
  app.clock.advance({ minutes: 20 });
  await rate(app, await solve(app, mia, once.number, "how_to"), 5, 10);
  app.clock.advance({ minutes: 20 });
  const backId = await solve(app, mia, back.number, "product_fault");
  await app.deps.db.articleLink.create({
    data: { ticketId: backId, articleId: "kb-000151", role: "resolved_by", at: app.deps.now() },
  });
  await rate(app, backId, 2, 3);
  const other = (await mia.tickets.get({ number: moved.number }))!;
  await mia.tickets.reply({
    ...{ ticketId: other.id, version: other.version, key: randomUUID(), promiseAt: null },
    ...{ body: "Which order is it about? The number is in the mail.", next: "waiting_customer" },
  });
  const events = [
    { at: new Date("2026-11-02T01:59:00Z"), team: "care" },
    { at: new Date("2026-11-02T04:00:00Z"), team: "tech" },
  ].map(({ at, team }) => ({
    ticketId: other.id,
    at,
    type: "assigned",
    actorKind: "system",
    data: { teamId: team },
  }));
  await app.deps.db.ticketEvent.createMany({ data: events });
  app.clock.set("2026-11-05T02:00:00Z");
  await writeIn(app, wangLei, { ...faultAnswers, since: "2026-11-01T22:00:00.000Z" });
  await app.deps.db.task.create({
    data: {
      ...{
        ticketId: backId,
        title: "Look",
        team: "tech",
        createdAt: new Date("2026-11-02T03:00:00Z"),
      },
      answeredAt: new Date("2026-11-02T05:00:00Z"),
    },
  });
  app.clock.set("2026-11-18T04:00:00Z");
  await seedVisits(app.deps, { seed: 7, days: 17 });
  await readGrownCases(app.deps);
  const report = (view: View, filter: Partial<Filter> = {}) =>
    app.as(staff.tom).insight.report({ view, filter: { ...november, ...filter } });
  return { app, staff, report };
}
