/** How PostgreSQL finds what is due, and what it needs for as many changes without any of our work. */
import type pg from "pg";
import { Prisma } from "#prisma";
import type { Db } from "../../server/db.ts";
import { awake } from "../../server/tickets/clocks.repo.ts";

type Node = {
  "Node Type": string;
  "Heap Fetches"?: number;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: Node[];
};

/** The plan of the query by which a sweep finds its tickets. */
export async function findingPlan(db: Db, now: Date) {
  const [row] = await db.$queryRaw<{ "QUERY PLAN": [{ Plan: Node; "Execution Time": number }] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${awake(now, 250)}`,
  );
  const { Plan: top, "Execution Time": ms } = row!["QUERY PLAN"][0];
  const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
  const scan = nodes(top).at(-1)!;
  return {
    indexOnly: scan["Node Type"] === "Index Only Scan",
    heapFetches: scan["Heap Fetches"] ?? null,
    findingBuffers: top["Shared Hit Blocks"] + top["Shared Read Blocks"],
    findingMs: ms,
  };
}

/** One statement that changes as many rows of tickets, one write each; the better of two. */
export async function updateMs(pool: pg.Pool): Promise<number> {
  const once = async () => {
    const begun = performance.now();
    await pool.query(
      `UPDATE tickets SET "wakeAt" = "wakeAt" + interval '1 day' WHERE id IN (SELECT id FROM bench_due)`,
    );
    return performance.now() - begun;
  };
  return Math.round(Math.min(await once(), await once()));
}
