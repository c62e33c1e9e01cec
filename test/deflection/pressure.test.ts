import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { watchPressure } from "../../server/deflection/pressure.service.ts";
import { firefox, type TestApp, testApp } from "../app.ts";
import { beaconOf } from "./reader.ts";

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
});
afterEach(() => app.stop());

/** Work that leaves nobody else a turn for 80 milliseconds, again and again. */
async function busyFor(milliseconds: number): Promise<void> {
  for (const until = performance.now() + milliseconds; performance.now() < until; ) {
    for (const turn = performance.now() + 80; performance.now() < turn; );
    await new Promise(setImmediate);
  }
}

test("a process that is behind says so, and no longer when it has caught up", async () => {
  const pressure = watchPressure();
  await sleep(250);
  expect(pressure.isBehind()).toBe(false);
  await busyFor(600);
  expect(pressure.isBehind()).toBe(true);
  await sleep(600);
  expect(pressure.isBehind()).toBe(false);
  pressure.stop();
});

test("a beacon is let go while the server is behind, and nothing else is", async () => {
  const http = await app.http();
  const view = () => ({
    method: "POST" as const,
    url: "/api/events",
    headers: { "user-agent": firefox.userAgent, "accept-language": "en" },
    payload: JSON.stringify(beaconOf("en", [{ type: "article_view", article: "kb-000151" }])),
  });
  await http.inject("/api/health");
  const busy = busyFor(2500);
  await sleep(800);
  expect((await http.inject(view())).statusCode).toBe(204);
  const settings = await http.inject("/api/trpc/forms.settings");
  expect(settings.statusCode).toBe(200);
  await busy;
  await sleep(800);
  expect((await http.inject(view())).statusCode).toBe(204);
  const rows = () => app.deps.db.visitEvent.count();
  await expect.poll(rows, { timeout: 3000 }).toBe(1);
  await sleep(400);
  expect(await rows()).toBe(1);
});
