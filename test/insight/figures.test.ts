import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FactId } from "../../server/insight/facts.ts";
import type { Filter } from "../../server/insight/period.ts";
import {
  type By,
  type Figure,
  figureDefinitions,
  type View,
  views,
} from "../../server/insight/report.ts";
import { signIn } from "../cast.ts";
import { deskStory, november } from "./deskstory.ts";

let story: Awaited<ReturnType<typeof deskStory>>;
beforeAll(async () => {
  story = await deskStory();
});
afterAll(async () => {
  await story.app.ring();
  await story.app.stop();
});
const report: typeof story.report = (...asked) => story.report(...asked);
async function rowsOf(fact: FactId, filter: Filter): Promise<number> {
  for (let page = 0, read = 0; ; page += 1) {
    const { rows, total } = await story.app
      .as(story.staff.tom)
      .insight.facts({ fact, filter, page });
    read += rows.length;
    if (rows.length < 50) {
      expect(total).toBe(read);
      return read;
    }
  }
}

/** The filter that a row of a table stands for. */
const narrowing: Record<By, keyof Filter | null> = {
  article: "article",
  question: "question",
  priority: "priority",
  team: "team",
  person: "person",
  help: "help",
  customer: "customer",
  tier: "tier",
  cause: "cause",
  module: "module",
  day: null,
};

describe("every figure", () => {
  test.each(
    views.flatMap(
      (view) =>
        [
          [view, {}],
          [view, { locale: "zh" }],
          [view, { from: "2026-11-03" }],
        ] as [View, Partial<Filter>][],
    ),
  )("F073 of %s is as many rows as it says, with %o", async (view, part) => {
    const filter = { ...november, ...part };
    for (const { id, facts, n, x } of (await report(view, part)).figures) {
      expect([id, await rowsOf(facts.n, filter)]).toEqual([id, n]);
      if (facts.x) expect([id, await rowsOf(facts.x, filter)]).toEqual([id, x]);
    }
  });

  test.each(views)("F070 of a row of %s is as many rows as it says", async (view) => {
    for (const { by, columns, rows, id } of (await report(view)).tables) {
      if (id === "module_causes") continue;
      for (const { key, cells } of rows.slice(0, 4))
        for (const column of columns) {
          if (column === "received_before") continue;
          const { facts } = figureDefinitions[column] as Pick<Figure, "facts">;
          const narrowed = { ...november, [narrowing[by]!]: key };
          const { n, x } = cells[column]!;
          expect([by, key, column, await rowsOf(facts.n, narrowed)]).toEqual([by, key, column, n]);
          if (facts.x)
            expect([by, key, column, await rowsOf(facts.x, narrowed)]).toEqual([
              by,
              key,
              column,
              x,
            ]);
        }
    }
  });

  test.each(["articles", "desk", "causes"] as const)(
    "of %s is the sum of its table",
    async (view) => {
      const { figures, tables } = await report(view);
      const sums = { articles: "views", desk: "first_response", causes: "solved_cases" } as const;
      const whole = figures.find(({ id }) => id === sums[view])!;
      for (const { id, rows, columns } of tables) {
        const told = rows.map(({ cells }) =>
          id === "module_causes"
            ? Object.values(cells).reduce((sum, cell) => sum + cell.n, 0)
            : cells[sums[view]]?.n,
        );
        if (id === "module_causes" || columns.includes(sums[view]))
          expect([id, told.reduce((sum: number, n) => sum + (n ?? 0), 0)]).toEqual([id, whole.n]);
      }
    },
  );

  test.each(views)(
    "of %s stands in its CSV and its JSON as it stands on the page",
    async (view) => {
      const cookie = await signIn(story.app, "tom");
      const http = await story.app.http();
      const told = await report(view);
      const query = `from=${november.from}&to=${november.to}`;
      const json = await http.inject({
        url: `/api/insight/${view}.json?${query}`,
        headers: { cookie },
      });
      expect(json.json()).toEqual(JSON.parse(JSON.stringify(told)));
      const { body } = await http.inject({
        url: `/api/insight/${view}.csv?${query}`,
        headers: { cookie },
      });
      const lines = body.trimEnd().split("\r\n").slice(1);
      const cells = told.tables.flatMap(({ rows }) =>
        rows.flatMap((row) => Object.keys(row.cells)),
      );
      expect(lines).toHaveLength(told.figures.length + cells.length);
      for (const { id, n, x, value } of told.figures)
        expect(lines).toContainEqual(
          expect.stringContaining(`page,,,,${id},${n},${x ?? ""},${value ?? ""}`),
        );
      expect((await http.inject(`/api/insight/${view}.json?${query}`)).statusCode).toBe(401);
    },
  );
});
