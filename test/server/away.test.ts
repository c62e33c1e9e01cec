import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAuth } from "../../server/auth.ts";
import { openDatabase } from "../../server/db.ts";
import { buildHttp } from "../../server/http.ts";
import { refusalOfSignIn } from "../../src/console/session/signin.ts";
import { type TestApp, testApp } from "../app.ts";
import { hireStaff } from "../cast.ts";

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  await hireStaff(app);
});
afterAll(() => app.stop());

const away = {
  en: "The service is away for a moment: our database doesn't answer. Nothing was lost on your side; try again in a minute.",
  zh: "服务暂时不可用，数据库没有响应。您的内容没有丢失，请一分钟后再试。",
};

/** The same server, its database switched off, and what it logs. */
async function withoutDatabase() {
  const { db, close } = openDatabase("postgresql://nobody@127.0.0.1:1/none");
  const logged: string[] = [];
  const log = pino({ level: "info" }, { write: (line) => void logged.push(line) });
  const deps = { ...app.deps, db, log };
  const http = await buildHttp(deps, openAuth(deps.env, db, deps.secrets), () => []);
  const stop = async () => {
    await http.close();
    await close();
  };
  return { http, logged, stop };
}

describe("health", () => {
  test("says that all is well", async () => {
    const answer = await (await app.http()).inject({ url: "/api/health" });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ ok: true });
  });

  test("says within two seconds that the database is silent, and takes it back when it speaks", async () => {
    const { pool } = app.database;
    const http = await app.http();
    // Nobody gets a connection: to the server this is a database that hangs.
    const held = await Promise.all(Array.from({ length: 5 }, () => pool.connect()));
    const started = performance.now();
    const answers = await Promise.all([
      http.inject({ url: "/api/health" }),
      http.inject({ url: "/api/health", headers: { "accept-language": "zh-CN" } }),
    ]);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503]);
    expect(answers.map((answer) => answer.json())).toEqual(
      [away.en, away.zh].map((message) => ({
        ok: false,
        problem: { code: "database_unavailable", params: {}, message },
      })),
    );
    expect(pool.waitingCount, "one question for both").toBe(1);
    for (const client of held) client.release();
    expect((await http.inject({ url: "/api/health" })).statusCode).toBe(200);
  });

  test("says so at once when the database refuses", async () => {
    const { http, stop } = await withoutDatabase();
    expect((await http.inject({ url: "/api/health" })).statusCode).toBe(503);
    await stop();
  });
});

test("a start logs nothing of its own; what fails afterwards is logged", async () => {
  const { http, logged, stop } = await withoutDatabase();
  const address = await http.listen({ port: 0, host: "127.0.0.1" });
  expect(logged).toEqual([]);
  const body = JSON.stringify({ email: "mia@heronby.example", password: "x" });
  const headers = { "content-type": "application/json" };
  await fetch(`${address}/api/auth/sign-in/email`, { method: "POST", headers, body });
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { level: 50, msg: "request failed", path: "/api/auth/*" },
  ]);
  await stop();
});

describe("signing in", () => {
  test.each(["en", "zh"] as const)(
    "while the database is away says so in %s, on the console's page too",
    async (locale) => {
      const { http, logged, stop } = await withoutDatabase();
      const answer = await http.inject({
        method: "POST",
        url: "/api/auth/sign-in/email",
        headers: { "x-locale": locale },
        payload: { email: "mia@heronby.example", password: "everybody knows it" },
      });
      await stop();
      expect(answer.statusCode).toBe(503);
      const seen = await refusalOfSignIn(new Response(answer.body, { status: answer.statusCode }));
      expect(seen).toMatchObject({ code: "database_unavailable", message: away[locale] });
      expect(logged.length, "logged once").toBe(1);
    },
  );

  test.each([
    [429, "", "rate_limited"],
    [500, "<h1>Bad gateway</h1>", "internal"],
    [401, "{}", "wrong"],
  ])("an answer of %i is told apart", async (status, body, code) => {
    expect(await refusalOfSignIn(new Response(body, { status }))).toMatchObject({ code });
  });
});
