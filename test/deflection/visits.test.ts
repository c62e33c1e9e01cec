import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultParams } from "#server/deflection/events.ts";
import { eventsUpTo, readsOf, visitsOf, votesOf } from "#server/deflection/visits.ts";
import { event, minute } from "./story.ts";

test("half an hour of silence is one visit, a millisecond more are two", () => {
  const visit = (gap: number) =>
    visitsOf([event(0, "search"), { ...event(0, "search"), at: minute(0) + gap }], defaultParams)
      .length;
  expect(visit(30 * 60_000)).toBe(1);
  expect(visit(30 * 60_000 + 1)).toBe(2);
});

test("midnight doesn't split a visit", () => {
  const late = [event(899, "search"), event(901, "search")];
  expect(visitsOf(late, defaultParams)).toHaveLength(1);
});

test("a repeated beacon counts once, and nothing younger than the moment counts at all", () => {
  const search = event(0, "search");
  const later = event(9, "search");
  expect(eventsUpTo([later, search, { ...search, at: minute(3) }], minute(5))).toEqual([search]);
});

test("a call belongs to no visit", () => {
  expect(
    visitsOf([event(0, "ticket_created", { visitor: null, subject: "s1" })], defaultParams),
  ).toEqual([]);
});

test("who signs in on the way is known for the whole visit", () => {
  const [visit] = visitsOf(
    [event(0, "search"), event(1, "form_open", { subject: "s1" })],
    defaultParams,
  );
  expect(visit).toMatchObject({ visitor: "v1", subject: "s1", unit: "s1" });
});

test("one sign of a machine colours the visit", () => {
  const [visit] = visitsOf(
    [event(0, "search"), event(1, "search", { traffic: "bot" })],
    defaultParams,
  );
  expect(visit!.traffic).toBe("bot");
});

test("leaving an article tells how long it was read, ten minutes at most", () => {
  const view = event(0, "article_view", { article: "a" });
  const leaves = [3, 700].map((s) =>
    event(1, "article_leave", { article: "a", engagedMs: s * 1000 }),
  );
  const stray = event(2, "article_leave", { article: "b", engagedMs: 9000 });
  const [visit] = visitsOf([view, ...leaves, stray], defaultParams);
  expect(visit!.events).toMatchObject([{ type: "article_view", engagedMs: 600_000 }]);
  expect(readsOf(visit!, 600_001)).toEqual([]);
  expect(view.engagedMs).toBeUndefined();
});

test("the last vote on an article is the visit's vote", () => {
  const votes = (["yes", "no"] as const).map((vote, i) =>
    event(i, "feedback", { article: "a", vote }),
  );
  expect(votesOf(visitsOf(votes, defaultParams)[0]!)).toEqual(new Map([["a", "no"]]));
});

test("every event with a visitor lies in exactly one visit, in order", () => {
  const moments = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 500 }), visitor: fc.constantFrom("v1", "v2") }),
  );
  fc.assert(
    fc.property(moments, (times) => {
      const events = eventsUpTo(
        times.map(({ at, visitor }) => event(at, "search", { visitor })),
        Infinity,
      );
      const visits = visitsOf(events, defaultParams);
      expect(visits.flatMap((visit) => visit.events.map(({ id }) => id)).toSorted()).toEqual(
        events.map(({ id }) => id).toSorted(),
      );
      for (const visit of visits) {
        const gaps = visit.events.slice(1).map(({ at }, i) => at - visit.events[i]!.at);
        expect(gaps.every((gap) => gap >= 0 && gap <= defaultParams.visitGap)).toBe(true);
      }
    }),
  );
});
