import { describe, expect, test } from "vitest";
import { bookSchema, policyFor, type SlaBook } from "#server/sla/book.ts";
import { bookProblems } from "#server/sla/bookchecks.ts";
import { defaultBook } from "#server/sla/defaults.ts";

const now = Date.parse("2026-11-22T00:00:00Z");
const policy = defaultBook.policies[0]!;
const named = (id: string, appliesTo?: (typeof policy)["appliesTo"]) => ({
  ...policy,
  id,
  appliesTo,
});
const bookOf = (...policies: unknown[]) => ({ ...defaultBook, policies }) as SlaBook;
const withRule = (rule: object) =>
  bookOf({
    ...policy,
    grades: { ...policy.grades, P2: { ack: { ...policy.grades.P2.ack, ...rule } } },
  });
const at = (...path: (string | number)[]) => ["policies", 0, "grades", "P2", "ack", ...path];
const seconds = (n: number) => ({ seconds: n });

test("the book of a new desk is without fault, and survives being stored", () => {
  expect(bookProblems(defaultBook, now)).toEqual([]);
  expect(bookSchema.parse(JSON.parse(JSON.stringify(defaultBook)))).toEqual(defaultBook);
});

describe("a book is refused", () => {
  const never = { tz: "UTC", week: {} };
  const overlap = {
    tz: "UTC",
    week: {
      mon: [
        ["09:00", "12:00"],
        ["11:00", "13:00"],
      ],
    },
  };
  const calendars = (id: string, calendar: unknown) => ({
    ...defaultBook,
    calendars: { ...defaultBook.calendars, [id]: calendar },
  });
  test.each<[string, unknown, string, PropertyKey[]]>([
    ["unknown calendar", withRule({ calendar: "moon" }), "unknown_calendar", at("calendar")],
    [
      "a calendar with a name of objects",
      withRule({ calendar: "constructor" }),
      "unknown_calendar",
      at("calendar"),
    ],
    [
      "no limit",
      withRule({ times: [{ goal: seconds(60) }] }),
      "limit_missing",
      at("times", 0, "limit"),
    ],
    ["no time at all", withRule({ times: [] }), "limit_missing", at("times")],
    [
      "goal after limit",
      withRule({ times: [{ scheme: "level", goal: seconds(61), limit: seconds(60) }] }),
      "goal_after_limit",
      at("times", 0, "goal"),
    ],
    [
      "no policy for the rest",
      bookOf(named("vip", { tiers: ["vip"] })),
      "no_catch_all_policy",
      ["policies", 0],
    ],
    [
      "a policy that is never reached",
      bookOf(named("all"), named("rest")),
      "policy_unreachable",
      ["policies", 0],
    ],
    [
      "two policies of one name",
      bookOf(named("a", { locales: ["en"] }), named("a")),
      "duplicate_policy_id",
      ["policies", 1, "id"],
    ],
    [
      "a calendar that never opens",
      calendars("never", never),
      "never_opens",
      ["calendars", "never", "week"],
    ],
    [
      "overlapping windows",
      calendars("two", overlap),
      "windows_overlap",
      ["calendars", "two", "week", "mon"],
    ],
    [
      "a wrong time of day",
      calendars("wrong", { tz: "UTC", week: { mon: [["9", "10"]] } }),
      "time_malformed",
      ["calendars", "wrong", "week", "mon", 0, 0],
    ],
    ["something else", null, "book_malformed", []],
  ])("%s", (_, data, code, path) => {
    expect(bookProblems(data, now)[0]).toMatchObject({ code, path });
  });

  test("once for each fault, with a stricter check of calendars where one is given", () => {
    const found = bookProblems(withRule({ calendar: "moon" }), now, () => [
      { code: "unknown_zone", severity: "refusal", path: ["tz"], detail: {} },
    ]);
    expect(found.map(({ code }) => code)).toEqual([
      "unknown_zone",
      "unknown_zone",
      "unknown_calendar",
    ]);
  });
});

describe("the policy of a ticket", () => {
  const book = bookOf(
    named("vip-live", { tiers: ["vip"], channels: ["live"] }),
    named("zh", { locales: ["zh"], categories: ["setup", "billing"] }),
    named("rest"),
  );
  test.each([
    [{ tier: "vip", channel: "live", locale: "zh" }, "vip-live"],
    [{ tier: "vip", channel: "web" }, "rest"],
    [{ locale: "zh", category: "billing" }, "zh"],
    [{ locale: "zh" }, "rest"],
    [{}, "rest"],
  ])("%o: the first that applies, %s", (facts, id) => {
    expect(policyFor(book, facts).id).toBe(id);
  });

  test("a book without a last resort says so", () => {
    expect(() => policyFor(bookOf(named("zh", { locales: ["zh"] })), {})).toThrow(/every ticket/);
  });
});
