/** The example in docs/api.md is run as it stands there, on a delivery as it is sent. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { signedHeaders } from "../../server/notices/signature.service.ts";
import { nextTry, payloadSchema, webhookEvents } from "../../server/notices/webhookevents.ts";

const text = readFileSync(join(import.meta.dirname, "../../docs/api.md"), "utf8");
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text)![1]!;

type Check = (secret: string, headers: object, body: string, now?: number) => boolean;
const example = await import(`data:text/javascript,${encodeURIComponent(block("js"))}`);
const isFromAnswerable = example.isFromAnswerable as Check;

const now = new Date("2026-11-18T02:00:00Z");
const body = block("json");
const headers = signedHeaders({ id: 7n, event: "ticket.created", secret: "key" }, body, now);

describe("the example that checks a signature", () => {
  test("knows a delivery of ours", () => {
    expect(isFromAnswerable("key", headers, body, now.getTime())).toBe(true);
  });

  test.each<[string, Parameters<Check>]>([
    ["another key", ["other", headers, body, now.getTime()]],
    ["another body", ["key", headers, `${body} `, now.getTime()]],
    ["an old one", ["key", headers, body, now.getTime() + 301_000]],
    ["no headers", ["key", {}, body, now.getTime()]],
    [
      "another time",
      ["key", { ...headers, "answerable-timestamp": "1795053601" }, body, now.getTime()],
    ],
  ])("refuses %s", (_, call) => {
    expect(isFromAnswerable(...call)).toBe(false);
  });
});

test("the page names every event, a body as it is, and the pauses as they are", () => {
  for (const event of webhookEvents) expect(text).toContain(`\`${event}\``);
  expect(payloadSchema.parse(JSON.parse(body))).toEqual(JSON.parse(body));
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => nextTry(tries, 0)! / 60_000);
  expect(pauses).toEqual([1 / 6, 1, 5, 20, 60, 180, 480, 960]);
  expect(nextTry(9, 0)).toBeNull();
});
