import { z } from "zod";
import { router, staff } from "../trpc.ts";
import { experiment } from "./experiment.service.ts";
import { factsOf } from "./facts.service.ts";
import { factIds } from "./facts.ts";
import { measureIds } from "./measures.ts";
import { overview } from "./overview.service.ts";
import { filterSchema } from "./period.ts";
import { promises } from "./promises.service.ts";
import { views } from "./report.ts";
import { reportOf } from "./reports.service.ts";
import { rhythm } from "./rhythm.service.ts";
import { rowsOf } from "./rows.service.ts";

const pageSize = 50;

export const insightRouter = router({
  /** Every number of the page, with its definition, and the daily series. */
  overview: staff()
    .input(filterSchema)
    .query(({ ctx, input }) => overview(ctx.deps, input)),
  /** Every commitment by priority, and how long things took. */
  promises: staff()
    .input(filterSchema)
    .query(({ ctx, input }) => promises(ctx.deps, input)),
  /** Whether promises are kept and customers hear of us; read apart, as it reads logs. */
  rhythm: staff()
    .input(filterSchema)
    .query(({ ctx, input }) => rhythm(ctx.deps, input)),
  /** Whether suggestions are compared with none, and what came of it. */
  experiment: staff().query(({ ctx }) => experiment(ctx.deps)),
  /** One view: its figures beside those of the period before, and its tables. */
  report: staff()
    .input(z.object({ view: z.enum(views), filter: filterSchema }))
    .query(({ ctx, input: { view, filter } }) => reportOf(ctx.deps, view, filter)),
  /** The rows behind a figure of a view; pages of 50, the first is 0. */
  facts: staff()
    .input(
      z.object({
        fact: z.enum(factIds),
        filter: filterSchema,
        page: z.int().nonnegative().max(100_000).default(0),
      }),
    )
    .query(({ ctx, input: { fact, filter, page } }) =>
      factsOf(ctx.deps, fact, filter, { skip: page * pageSize, take: pageSize }),
    ),
  /** The rows that one of the numbers counts; pages of 50, the first is 0. */
  rows: staff()
    .input(
      z.object({
        measure: z.enum(measureIds),
        filter: filterSchema,
        page: z.int().nonnegative().max(100_000).default(0),
      }),
    )
    .query(({ ctx, input: { measure, filter, page } }) =>
      rowsOf(ctx.deps, measure, filter, { skip: page * pageSize, take: pageSize }),
    ),
});
