import { afterAll, expect, test } from "vitest";
import { testApp } from "../app.ts";
import { graceMiller, hireStaff, signIn, wangLei, writeIn } from "../cast.ts";

const app = await testApp();
afterAll(() => app.stop());

test("smoke", async () => {
  const { mia } = await hireStaff(app);
  const receipt = await writeIn(app, graceMiller);
  await writeIn(app, wangLei);
  expect(receipt.number).toBe(10001);
  expect(await app.waiting()).toHaveLength(2);
  await app.ring();
  expect(app.mails.map(({ to }) => to)).toEqual([graceMiller.email, wangLei.email]);
  const { tickets } = await app.as(mia).tickets.queue({ view: "open" });
  expect(tickets).toHaveLength(2);
  const cookie = await signIn(app, "mia");
  const http = await app.http();
  const me = await http.inject({ url: "/api/trpc/accounts.me", headers: { cookie } });
  expect(me.body).toContain("Mia");
});
