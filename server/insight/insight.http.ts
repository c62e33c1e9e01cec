/** The rows behind a number as a file: `GET /api/insight.csv?measure=…&from=…&to=…`. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { csvOf } from "./csv.ts";
import { measureIds } from "./measures.ts";
import { filterSchema } from "./period.ts";
import { type Rows, rowsOf } from "./rows.service.ts";

type Options = { deps: Deps; agentOf(request: FastifyRequest): Promise<Agent | null> };

const querySchema = z.object({ measure: z.enum(measureIds) }).and(filterSchema);

export async function insightRoutes(
  http: FastifyInstance,
  { deps, agentOf }: Options,
): Promise<void> {
  http.get("/api/insight.csv", async (request, reply) => {
    if (!(await agentOf(request))) throw new Problem("sign_in_required");
    const { measure, ...filter } = querySchema.parse(request.query);
    const rows = await rowsOf(deps, measure, filter, { skip: 0, take: null });
    const name = `${measure}-${filter.from}-${filter.to}.csv`;
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="${name}"`)
      .header("cache-control", "private, no-store")
      .send(asCsv(rows));
  });
}

function asCsv(found: Rows): string {
  if (found.kind === "episodes")
    return csvOf(["opened", "status", "locale", "category", "ticket"], found.rows);
  if (found.kind === "times")
    return csvOf(
      ["number", "subject", "priority", "clock", "started", "stopped", "seconds", "state"],
      found.rows,
    );
  return csvOf(["number", "subject", "priority", "clock", "due", "state"], found.rows);
}
