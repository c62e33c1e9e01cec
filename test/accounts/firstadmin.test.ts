import { afterAll, beforeAll, expect, test } from "vitest";
import { firstAdminLink } from "../../server/accounts/firstadmin.service.ts";
import { type TestApp, testApp } from "../app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.stop());

const person = {
  name: "Ada",
  email: "Ada@heronby.example",
  password: "a long enough one",
  locale: "en" as const,
};
const keys = (link: string) =>
  Object.fromEntries(new URL(link).searchParams) as { expires: string; signature: string };

test("the first administrator comes by a link that works once, for a day, and can sign in", async () => {
  const welcome = (link: string, over = {}) =>
    app.visitor().accounts.welcome({ ...person, ...keys(link), ...over });
  const link = (await firstAdminLink(app.deps))!;
  expect(link).toContain("/console/welcome?");
  await expect(welcome(link, { signature: "forged" })).rejects.toMatchObject({
    message: "link_invalid",
  });
  app.clock.advance({ hours: 25 });
  await expect(welcome(link)).rejects.toMatchObject({ message: "link_expired" });
  const fresh = (await firstAdminLink(app.deps))!;
  const both = await Promise.allSettled([
    welcome(fresh),
    welcome(fresh, { email: "eve@mail.example" }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(welcome(fresh, { email: "late@mail.example" })).rejects.toMatchObject({
    message: "not_allowed",
  });
  expect(await firstAdminLink(app.deps)).toBeNull();
  const [admin] = await app.deps.db.user.findMany();
  const http = await app.http();
  const payload = { email: admin!.email, password: person.password };
  const signedIn = await http.inject({ method: "POST", url: "/api/auth/sign-in/email", payload });
  expect(signedIn.statusCode).toBe(200);
  expect(admin).toMatchObject({ role: "admin", name: "Ada" });
});
