/**
 * Insight as files. The rows behind a number: `GET /api/insight.csv?measure=…&from=…&to=…` and
 * `/api/insight-rows.csv?fact=…`; a whole view: `/api/insight/desk.csv` and `.json`.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { csvOf } from "./csv.ts";
import { factsOf } from "./facts.service.ts";
import { type Facts, factIds } from "./facts.ts";
import { measureIds } from "./measures.ts";
import { filterSchema } from "./period.ts";
import { views } from "./report.ts";
import { reportCsv } from "./reportcsv.ts";
import { reportOf } from "./reports.service.ts";
import { type Rows, rowsOf } from "./rows.service.ts";

type Options = { deps: Deps; agentOf(request: FastifyRequest): Promise<Agent | null> };

const viewSchema = z.object({ view: z.enum(views) });
const factSchema = z.object({ fact: z.enum(factIds) }).and(filterSchema);
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
    return sendCsv(reply, name, asCsv(rows));
  });
  http.get("/api/insight/:view.csv", async (request, reply) => {
    const report = await asked(request);
    return sendCsv(reply, `${report.view}-${report.from}-${report.to}.csv`, reportCsv(report));
  });
  http.get("/api/insight/:view.json", async (request, reply) => {
    void reply.header("cache-control", "private, no-store");
    return asked(request);
  });
  http.get("/api/insight-rows.csv", async (request, reply) => {
    if (!(await agentOf(request))) throw new Problem("sign_in_required");
    const { fact, ...filter } = factSchema.parse(request.query);
    const rows = await factsOf(deps, fact, filter, { skip: 0, take: null });
    return sendCsv(reply, `${fact}-${filter.from}-${filter.to}.csv`, factsCsv(rows));
  });

  async function asked(request: FastifyRequest) {
    if (!(await agentOf(request))) throw new Problem("sign_in_required");
    const { view } = viewSchema.parse(request.params);
    return reportOf(deps, view, filterSchema.parse(request.query));
  }
}

const sendCsv = (reply: FastifyReply, name: string, body: string) =>
  reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name}"`)
    .header("cache-control", "private, no-store")
    .send(body);

function factsCsv({ columns, rows }: Facts): string {
  const ids = columns.map(({ id }) => id);
  const told = (cell: Facts["rows"][number][number]) =>
    typeof cell === "boolean" ? String(cell) : cell;
  return csvOf(
    ids,
    rows.map((row) => Object.fromEntries(ids.map((id, i) => [id, told(row[i]!)]))),
  );
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
