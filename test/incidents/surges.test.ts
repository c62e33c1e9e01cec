/** The hourly look: the spec's vectors as tickets, one task, one proposal. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sweepSurges } from "#server/incidents/surges.service.ts";
import { comparable } from "#server/incidents/windows.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { hireStaff, wangLei } from "../cast.ts";
import { announcer } from "./story.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeEach(async () => {
  app = await testApp({ publisher: announcer().publisher });
  staff = await hireStaff(app);
});
afterEach(() => app.stop());

const hour = 3_600_000;
let made = 0;

/** Tickets of a category as the form left them: `perDay[0]` in the last 24 hours, and so on backwards. */
async function tickets(category: string, perDay: readonly number[]): Promise<void> {
  const { id: customerId } = await app.deps.db.customer.upsert({
    ...{ where: { email: wangLei.email }, update: {} },
    create: { email: wangLei.email, locale: "zh" },
  });
  const data = perDay.flatMap((count, day) =>
    Array.from({ length: count }, () => {
      const at = new Date(app.deps.now().getTime() - day * 24 * hour - hour);
      made += 1;
      return {
        ...{
          customerId,
          category,
          subject: "登录不上",
          locale: "zh",
          form: "contact",
          kind: "fault",
        },
        ...{ priority: "P2", writtenAt: at, receivedAt: at },
        idempotencyKey: `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`,
      };
    }),
  );
  await app.deps.db.ticket.createMany({ data });
}

type Vector = { x: number; b: number; m: number; phi: number; fire: boolean };
const vectors: { surge: Vector[] } = JSON.parse(
  readFileSync(new URL("../vectors/stats-vectors.json", import.meta.url), "utf8"),
);
const spread = (total: number) =>
  Array.from({ length: 7 }, (_, day) => Math.floor((total + day) / 7));
const usable = vectors.surge.filter(({ m, phi }) => m === 7 && phi === 1);

test.each(usable)("F136 $x against $b in seven days: $fire", async ({ x, b, fire }) => {
  await tickets("account", [x, ...spread(b)]);
  expect(await sweepSurges(app.deps)).toEqual(fire ? ["account"] : []);
  await app.ring();
});

test("F136 one ticket more is nothing, five out of nowhere are a wave", async () => {
  await tickets("setup", [2, 1]);
  await tickets("account", [5]);
  expect(await sweepSurges(app.deps)).toEqual(["account"]);
  await app.ring();
});

test("F136 looked at again and by two workers it makes one task and one proposal, and tells once", async () => {
  await tickets("account", [5]);
  await Promise.all([sweepSurges(app.deps), sweepSurges(app.deps)]);
  app.clock.advance({ hours: 1 });
  await sweepSurges(app.deps);
  const tasks = await app.deps.db.task.findMany();
  expect(tasks).toMatchObject([{ kind: "surge", dueAt: new Date(wednesday.getTime() + hour) }]);
  const { live } = await app.as(staff.tom).incidents.list();
  expect(live).toMatchObject([
    { state: "proposed", source: "surge", category: "account", bannerFrom: null },
  ]);
  const banner = live[0]!.banner as Record<string, string>;
  expect(banner.en).toContain("Account and security");
  expect(banner.zh).toContain("账号与安全");
  expect(
    await app.deps.db.notification.count({ where: { kind: "surge", userId: staff.tom.id } }),
  ).toBe(1);
  await app.ring();
});

test("a wave that somebody works on already makes no second incident", async () => {
  await tickets("account", [5]);
  const [ticket] = await app.deps.db.ticket.findMany({ take: 1 });
  await app.deps.db.customer.updateMany({ data: { timeZone: "Asia/Shanghai" } });
  const { number } = await app.as(staff.mia).incidents.openByHand({ ticketId: ticket!.id });
  expect(await sweepSurges(app.deps)).toEqual(["account"]);
  expect((await app.as(staff.tom).incidents.list()).live).toMatchObject([{ number }]);
  await app.ring();
});

test("F086 the page shows what each category is compared with and how likely chance is", async () => {
  await tickets("account", [5]);
  await tickets("orders", [3, 3, 3, 3, 3, 3, 3, 3]);
  await sweepSurges(app.deps);
  const { surges } = await app.as(staff.mia).incidents.list();
  expect(surges).toMatchObject([
    { category: "account", armed: false, figures: { now: 5, usual: 0, growth: null, fires: true } },
    { category: "orders", armed: true, figures: { now: 3, usual: 3, basis: "days", fires: false } },
  ]);
  await app.ring();
});

test("a desk that is quiet at weekends compares Mondays with Mondays", () => {
  const monday = Array.from({ length: 50 }, (_, day) =>
    day % 7 === 0 ? 20 : day % 7 < 3 ? 1 : 12,
  );
  const counts = monday.map((count, day) => ({ category: "orders", day, count }));
  expect(comparable(counts)).toMatchObject([
    { now: 20, basis: "weekdays", windows: Array(7).fill(20) },
  ]);
  expect(comparable(counts.slice(0, 20))).toMatchObject([{ basis: "days" }]);
});
