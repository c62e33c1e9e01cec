import { randomBytes } from "node:crypto";
import type { Tx } from "../db.ts";

/** The day's own and the three before it: enough to recognise somebody for 72 hours. */
export const saltsKept = 4;

const dayMs = 86_400_000;

/** A salt of the visit keys. `age`: days since it was the current one, 0 = today's (UTC). */
export type KeptSalt = { age: number; salt: Uint8Array };

const startOfDay = (at: Date): Date => new Date(Math.floor(at.getTime() / dayMs) * dayMs);

/** The salts still kept at `at`, today's first; today's is made when it is first needed. */
export async function keptSalts(tx: Tx, at: Date): Promise<KeptSalt[]> {
  const today = startOfDay(at);
  const known = await readSalts(tx, today);
  if (known[0]?.age === 0) return known;
  // Another process may be as early: the first one's salt is everybody's.
  await tx.salt.createMany({ data: [{ day: today, salt: randomBytes(32) }], skipDuplicates: true });
  return readSalts(tx, today);
}

async function readSalts(tx: Tx, today: Date): Promise<KeptSalt[]> {
  const oldest = new Date(today.getTime() - (saltsKept - 1) * dayMs);
  const rows = await tx.salt.findMany({
    where: { day: { gte: oldest, lte: today } },
    orderBy: { day: "desc" },
  });
  return rows.map(({ day, salt }) => ({ age: (today.getTime() - day.getTime()) / dayMs, salt }));
}

/** After this nobody can say any more which keys of those days belong to whom. */
export async function forgetSalts(tx: Tx, now: Date): Promise<void> {
  const oldest = new Date(startOfDay(now).getTime() - (saltsKept - 1) * dayMs);
  await tx.salt.deleteMany({ where: { day: { lt: oldest } } });
}
