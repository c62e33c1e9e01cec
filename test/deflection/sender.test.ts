import { describe, expect, test } from "vitest";
import { keysUnder } from "#server/deflection/keys.service.ts";
import { monthOf, monthsBetween } from "#server/deflection/months.ts";
import { networkOf } from "#server/deflection/network.ts";
import { looksAutomatic, trafficOf } from "#server/deflection/traffic.ts";
import type { Visit } from "#server/deflection/visits.ts";
import { firefox } from "../app.ts";

test.each([
  ["203.0.113.7", "203.0.113.0/24"],
  ["::ffff:203.0.113.7", "203.0.113.0/24"],
  ["2001:db8:85a3:8d3:1319:8a2e:370:7348", "2001:db8:85a3::/48"],
  ["2001:0DB8::1", "2001:db8:0::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["::1", "0:0:0::/48"],
])("%s is seen as %s", (ip, network) => expect(networkOf(ip)).toBe(network));

describe("a key", () => {
  const salt = new Uint8Array(32).fill(7);
  const keyOf = (sender: { ip: string; userAgent: string }) =>
    keysUnder([{ age: 0, salt }], sender)[0]!.key;

  test("is the first 64 bits of a keyed hash of site, network and browser", () => {
    // HMAC-SHA256(32 × 0x07, "1|203.0.113.0/24|Firefox"), worked out with openssl.
    expect(keyOf({ ip: "203.0.113.7", userAgent: "Firefox" })).toBe(4327289742341653690n);
  });

  test("is another one for another browser, network or day", () => {
    const keys = [
      keyOf(firefox),
      keyOf({ ...firefox, userAgent: "Chrome" }),
      keyOf({ ...firefox, ip: "203.0.114.7" }),
      keysUnder([{ age: 0, salt: new Uint8Array(32) }], firefox)[0]!.key,
    ];
    expect(new Set(keys).size).toBe(4);
  });
});

describe("traffic", () => {
  const browser = { userAgent: firefox.userAgent, acceptLanguage: "en", isStaff: false };
  test.each([
    ["a browser", browser, "human"],
    ["one of us", { ...browser, isStaff: true }, "internal"],
    ["nobody", { ...browser, userAgent: "" }, "bot"],
    ["no language", { ...browser, acceptLanguage: "" }, "bot"],
    [
      "Cubot, a phone",
      { ...browser, userAgent: "Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG)" },
      "human",
    ],
    ["Google", { ...browser, userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1)" }, "bot"],
    ["a tool", { ...browser, userAgent: "curl/8.5.0" }, "bot"],
    ["no window", { ...browser, userAgent: "Mozilla/5.0 HeadlessChrome/149.0" }, "bot"],
  ])("%s", (_, request, traffic) => expect(trafficOf(request)).toBe(traffic));

  const visit = (views: number, seconds: number, engagedMs: number): Visit => ({
    visitor: "1",
    subject: null,
    unit: "1",
    startedAt: 0,
    endedAt: 0,
    traffic: "human",
    events: Array.from({ length: views }, (_, i) => ({
      id: String(i),
      at: i * seconds * 1000,
      type: "article_view",
      visitor: "1",
      subject: null,
      traffic: "human",
      locale: "en",
      engagedMs,
    })),
  });
  test.each([
    [60, 1, 1000, false],
    [61, 10, 1000, true],
    [61, 10.1, 1000, false],
    [20, 30, 0, false],
    [21, 30, 0, true],
    [21, 30, 1, false],
  ])("%i views, one every %d s, read for %i ms: %s", (views, seconds, engaged, automatic) => {
    expect(looksAutomatic(visit(views, seconds, engaged))).toBe(automatic);
  });
});

test("months follow one another over the turn of the year", () => {
  const names = monthsBetween(new Date("2026-11-30T23:59:59Z"), new Date("2027-02-01T00:00:00Z"));
  expect(names.map(({ name }) => name)).toEqual(["2026_11", "2026_12", "2027_01", "2027_02"]);
  const march = monthOf(new Date("2026-01-31T12:00:00Z"), 2);
  expect([march.from, march.to].map((time) => time.toISOString())).toEqual([
    "2026-03-01T00:00:00.000Z",
    "2026-04-01T00:00:00.000Z",
  ]);
});
