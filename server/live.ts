/**
 * Live updates: a change notifies in its own transaction (PostgreSQL NOTIFY), and every process
 * that shows something listens on one connection, whichever process made the change.
 */
import { EventEmitter, on } from "node:events";
import pg from "pg";
import { z } from "zod";
import type { Tx } from "./db.ts";

const channel = "answerable";

/** What changed: ids only; of a notice, the id of the person told. */
const changeSchema = z.object({
  kind: z.enum(["ticket", "draft", "article", "settings", "notice", "incident"]),
  id: z.string(),
});
export type Change = z.infer<typeof changeSchema>;

export async function notify(tx: Tx, change: Change): Promise<void> {
  await notifyAll(tx, [change]);
}

/** The same of many changes at once. */
export async function notifyAll(tx: Tx, changes: readonly Change[]): Promise<void> {
  const payloads = changes.map((change) => JSON.stringify(change));
  await tx.$executeRaw`SELECT pg_notify(${channel}, payload) FROM unnest(${payloads}::text[]) payload`;
}

export type Live = {
  /** Every change from now on, until the signal ends it. */
  changes(signal: AbortSignal): AsyncGenerator<Change>;
  close(): Promise<void>;
};

export async function openLive(url: string): Promise<Live> {
  const bus = new EventEmitter().setMaxListeners(0);
  let client: pg.Client | undefined;
  let closed = false;
  const listen = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    next.on("notification", ({ payload }) => {
      const change = changeSchema.safeParse(JSON.parse(payload ?? "null"));
      if (change.success) bus.emit("change", change.data);
    });
    next.on("error", () => {});
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
    } catch (error) {
      // Not waited for: a connection that never came about may never end either.
      next.end().catch(() => {});
      throw error;
    }
    client = next;
    // Only now: an attempt that fails ends, too, and would be repeated twice, each time.
    next.once("end", () => void again());
    if (closed) await next.end();
  };
  // The database went away: try again every second; readers reload when it is back.
  const again = async (): Promise<void> => {
    if (closed) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await listen().catch(again);
  };
  await listen();
  return {
    async *changes(signal) {
      for await (const [change] of on(bus, "change", { signal })) yield change;
    },
    async close() {
      closed = true;
      await client?.end();
    },
  };
}
