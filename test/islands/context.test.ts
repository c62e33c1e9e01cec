import { expect, test } from "vitest";
import { contextSchema } from "#server/tickets/submission.ts";
import { type Context, partsOf, withoutParts } from "#src/islands/ask/context.ts";
import { browserOf, systemOf } from "#src/islands/ask/device.ts";

const context: Context = {
  page: "/en/setup/",
  browser: "Firefox 144",
  screen: "1280 × 800",
  searches: ["camera offline", "red light"],
  articles: ["kb-000101"],
};

test("everything that goes along is listed, and nothing else", () => {
  const listed = partsOf(context, { "kb-000101": "My camera is offline" });
  expect(listed.map(({ id, text }) => `${id} = ${text}`)).toEqual([
    "page = /en/setup/",
    "articles:kb-000101 = My camera is offline",
    "searches:camera offline = camera offline",
    "searches:red light = red light",
    "browser = Firefox 144",
    "screen = 1280 × 800",
  ]);
});

test("what is removed stays here, one search as well as all of them", () => {
  const removed = ["browser", "searches:red light", "articles:kb-000101"];
  const left = withoutParts(context, removed);
  expect(left).toEqual({ page: "/en/setup/", screen: "1280 × 800", searches: ["camera offline"] });
  expect(contextSchema.parse(left)).toEqual(left);
});

test("when all is removed nothing is left", () => {
  const all = partsOf(context, {}).map(({ id }) => id);
  expect(withoutParts(context, all)).toEqual({});
});

const agents: [string, string, string][] = [
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    "Edge 142",
    "Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
    "Safari 18.6",
    "iOS 18.6",
  ],
  [
    "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    "Chrome 142",
    "Android 16",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; 24031PN0DC) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.60",
    "WeChat 8",
    "Android 15",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0",
    "Firefox 144",
    "macOS",
  ],
];

test.each(agents)("%s", (agent, browser, system) => {
  expect([browserOf(agent), systemOf(agent)]).toEqual([browser, system]);
});

test("a browser nobody knows is not made up", () => {
  expect([browserOf("curl/8.5"), systemOf("curl/8.5")]).toEqual([undefined, undefined]);
});
