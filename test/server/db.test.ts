import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../../server/db.ts";
import { type TestDatabase, testDatabase } from "../database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test("times are the same whatever zone the database is set to", async () => {
  const name = new URL(database.url).pathname.slice(1);
  await database.pool.query(`ALTER DATABASE ${name} SET TimeZone = 'Asia/Shanghai'`);
  const { db, close } = openDatabase(database.url, 1);
  const at = new Date("2026-11-18T02:00:00Z");
  await db.spentProof.create({ data: { id: "x", expiresAt: at } });
  const [row] = await db.$queryRaw<
    { same: boolean }[]
  >`SELECT "expiresAt" = ${at} AS same FROM spent_proofs`;
  expect(row!.same).toBe(true);
  expect((await db.spentProof.findFirst())!.expiresAt).toEqual(at);
  await close();
});
