/** All rows of a block of the lead's page as a file: `GET /api/lead.csv?block=…`. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { type Block, blocks } from "./blocks.ts";
import { blockFile } from "./files.service.ts";

type Options = { deps: Deps; agentOf(request: FastifyRequest): Promise<Agent | null> };

const querySchema = z.object({ block: z.enum(blocks) });

export async function leadRoutes(http: FastifyInstance, { deps, agentOf }: Options): Promise<void> {
  http.get("/api/lead.csv", async (request, reply) => {
    assertLead(await agentOf(request));
    const { block } = querySchema.parse(request.query);
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="${nameOf(block)}"`)
      .header("cache-control", "private, no-store")
      .send(await blockFile(deps, block));
  });
}

const nameOf = (block: Block): string => `${block}.csv`;

function assertLead(agent: Agent | null): void {
  if (!agent) throw new Problem("sign_in_required");
  if (agent.role !== "lead" && agent.role !== "admin") throw new Problem("not_allowed");
}
