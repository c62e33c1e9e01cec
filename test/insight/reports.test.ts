import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readGrownCases } from "../../server/insight/cases.service.ts";
import { type Figure, type Report, views } from "../../server/insight/report.ts";
import { wangLei } from "../cast.ts";
import { deskStory } from "./deskstory.ts";

let story: Awaited<ReturnType<typeof deskStory>>;
beforeAll(async () => {
  story = await deskStory();
});
afterAll(async () => {
  await story.app.ring();
  await story.app.stop();
});
const report: typeof story.report = (...asked) => story.report(...asked);
const figureOf = (from: Report, id: Figure["id"]) =>
  from.figures.find((figure) => figure.id === id)!;

describe("the desk", () => {
  test("F089 tells the mean time to the first answer beside its target, and judges nothing on three", async () => {
    expect(figureOf(await report("desk"), "first_response")).toMatchObject({
      ...{ n: 3, value: (1200 + 2400 + 2400) / 3, show: "counts" },
      ...{ target: { at: 1800, better: "below" }, verdict: "few" },
    });
  });

  test("F091 counts what one answer solved, unless the customer came back within a week", async () => {
    expect(figureOf(await report("desk"), "fcr_rate")).toMatchObject({
      x: 1,
      n: 2,
      verdict: "few",
    });
  });

  test("F062 tells what one answer solved with an article and without", async () => {
    const { tables } = await report("desk");
    const help = tables.find(({ id }) => id === "help_figures")!;
    expect(Object.fromEntries(help.rows.map(({ key, cells }) => [key, cells.fcr_rate!.n]))).toEqual(
      { yes: 1, no: 1 },
    );
  });

  test("F092 F135 tells satisfaction and recommendation with their number", async () => {
    const desk = await report("desk");
    expect(figureOf(desk, "csat")).toMatchObject({ n: 2, value: 3.5, verdict: "few" });
    expect(figureOf(desk, "nps")).toMatchObject({ n: 2, value: 0 });
    expect(figureOf(desk, "resolution_rate")).toMatchObject({ x: 2, n: 5 });
  });

  test("F134 tells what changed teams after an answer, and how soon a partner spoke", async () => {
    const desk = await report("desk");
    expect(figureOf(desk, "transfer_rate")).toMatchObject({ x: 1, n: 3 });
    expect(figureOf(desk, "partner_median")).toMatchObject({ n: 1, value: 7200 });
  });

  test("F069 F090 splits times by priority and person, with mean, median and P90", async () => {
    const { tables } = await report("desk");
    const times = tables.find(({ id }) => id === "priority_times")!;
    expect(times.columns).toEqual(expect.arrayContaining(["mttr", "mttr_median", "mttr_p90"]));
    expect(times.rows.map(({ key }) => key)).toEqual(times.rows.map(({ key }) => key).toSorted());
    const people = tables.find(({ id }) => id === "person_figures")!;
    expect(people.rows.find(({ name }) => name === "Mia Hartmann")!.cells.mttr).toMatchObject({
      n: 2,
      show: "counts",
    });
  });

  test("F133 shows what a team would train: what comes back, moves on, or disappoints", async () => {
    const { tables } = await report("desk");
    expect(tables.find(({ id }) => id === "team_figures")!.columns).toEqual(
      expect.arrayContaining(["reopen_rate", "transfer_rate", "csat_low_rate"]),
    );
  });
});

test("F094 tells the share that an article or template solved, and causes without one", async () => {
  const causes = await report("causes");
  expect(figureOf(causes, "coverage_rate")).toMatchObject({ x: 1, n: 2 });
  const by = causes.tables.find(({ id }) => id === "cause_figures")!;
  expect(Object.fromEntries(by.rows.map(({ key, cells }) => [key, cells.solved_cases!.n]))).toEqual(
    { how_to: 1, product_fault: 1 },
  );
});

test("F067 tells causes by product, and the file says the same", async () => {
  const { tables } = await report("causes");
  const crossed = tables.find(({ id }) => id === "module_causes")!;
  expect(crossed.rows.find(({ key }) => key === "cam")!.cells).toMatchObject({
    product_fault: { n: 1 },
  });
});

test("F068 F099 tells who asks most, whether it becomes more, and who was promised more", async () => {
  await story.app.deps.db.customer.updateMany({
    where: { name: wangLei.name },
    data: { tier: "vip" },
  });
  const { tables } = await report("customers");
  const askers = tables.find(({ id }) => id === "asker_figures")!;
  expect(
    askers.rows.map(({ name, flag, cells }) => [
      name,
      flag,
      cells.received!.n,
      cells.received_before!.n,
    ]),
  ).toEqual([
    ["王磊", "vip", 3, 0],
    ["Grace Miller", undefined, 2, 0],
  ]);
  const later = await report("customers", { from: "2026-11-05", to: "2026-11-07" });
  expect(
    later.tables[0]!.rows.map(({ cells }) => [cells.received!.n, cells.received_before!.n]),
  ).toEqual([[1, 2]]);
});

test("a period in which nothing happened says nothing, and breaks nothing", async () => {
  for (const view of views) {
    const { figures, tables } = await report(view, { from: "2025-01-01", to: "2025-01-31" });
    for (const { value, unit, verdict } of figures) {
      expect(unit === "count" ? value : null).toBe(unit === "count" ? 0 : null);
      expect([null, "few"]).toContain(verdict);
    }
    expect(tables.flatMap(({ rows }) => rows)).toEqual([]);
  }
});

test("a ticket's row follows its log, once for each entry and by two workers at once", async () => {
  expect(await readGrownCases(story.app.deps)).toBe(0);
  const before = await story.app.deps.db.case.findMany({ orderBy: { number: "asc" } });
  await story.app.deps.db.case.deleteMany();
  await Promise.all([readGrownCases(story.app.deps), readGrownCases(story.app.deps)]);
  await readGrownCases(story.app.deps);
  expect(await story.app.deps.db.case.findMany({ orderBy: { number: "asc" } })).toEqual(before);
});
