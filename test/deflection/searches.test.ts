import { expect, test } from "vitest";
import { articleUse } from "#server/deflection/articleuse.ts";
import { contactsOf } from "#server/deflection/contacts.ts";
import { defaultParams, type VisitEvent } from "#server/deflection/events.ts";
import { searchesOf } from "#server/deflection/searches.ts";
import { visitsOf } from "#server/deflection/visits.ts";
import { event, hours } from "./story.ts";

const search = (at: number, query: string, results = 1) => event(at, "search", { query, results });
const click = (at: number) => event(at, "search_click", { article: "a" });
const read = (at: number, seconds: number, article = "a") =>
  event(at, "article_view", { article, engagedMs: seconds * 1000 });
const searches = (events: VisitEvent[]) =>
  searchesOf(visitsOf(events, defaultParams)[0]!, defaultParams);

test("a query that is typed on within five seconds is one search, the longest", () => {
  const typed = [search(0, "inv"), search(0.05, "invoice"), search(0.2, "invoice title")];
  expect(searches(typed).map(({ query }) => query)).toEqual(["invoice", "invoice title"]);
});

test.each<[string, VisitEvent[], object]>([
  ["clicked and read", [search(0, "a"), click(1), read(1.1, 10)], { clicked: true, success: true }],
  ["read too short", [search(0, "a"), click(1), read(1.1, 9)], { clicked: true, success: false }],
  ["read another", [search(0, "a"), click(1), read(1.1, 10, "b")], { success: false }],
  [
    "voted down",
    [search(0, "a"), click(1), read(1.1, 10), event(2, "feedback", { article: "a", vote: "no" })],
    { success: false },
  ],
  [
    "searched otherwise within five minutes",
    [search(0, "a"), click(1), read(1.1, 10), search(5, "b")],
    { refined: true, success: false },
  ],
  [
    "searched otherwise later",
    [search(0, "a"), click(1), read(1.1, 10), search(5.1, "b")],
    { refined: false, success: true },
  ],
  ["the same again", [search(0, "a"), search(1, "a")], { refined: false }],
  ["clicked only after the next", [search(0, "a"), search(1, "b"), click(2)], { clicked: false }],
  ["went to the form", [search(0, "a"), event(3, "form_open")], { thenIntent: true }],
])("%s", (_case, events, expected) => {
  expect(searches(events)[0]).toMatchObject(expected);
});

const use = (events: VisitEvent[], asOf = hours(100)) =>
  articleUse(visitsOf(events, defaultParams), contactsOf(events), asOf, defaultParams);

test("a contact within a day counts against what was read, and more against what was read last", () => {
  const events = [read(0, 5), read(1, 5, "b"), read(2, 4, "c"), event(60, "ticket_created")];
  expect(use(events)).toEqual(
    new Map([
      ["a", { views: 1, followedAny: 1, followedLast: 0, yes: 0, no: 0 }],
      ["b", { views: 1, followedAny: 1, followedLast: 1, yes: 0, no: 0 }],
    ]),
  );
});

test("a view counts after a day, once a visit, with its vote", () => {
  const vote = event(2, "feedback", { article: "a", vote: "yes" });
  const events = [read(0, 5), read(1, 5), vote, event(26 * 60, "ticket_created")];
  expect(use(events, hours(24))).toEqual(new Map());
  expect(use(events).get("a")).toEqual({
    views: 1,
    followedAny: 0,
    followedLast: 0,
    yes: 1,
    no: 0,
  });
});

test("what is read after the contact was not the last thing before it", () => {
  const events = [read(0, 5), event(1, "ticket_created"), read(2, 5, "b")];
  expect(use(events).get("a")).toMatchObject({ followedAny: 1, followedLast: 1 });
  expect(use(events).get("b")).toMatchObject({ followedAny: 0, followedLast: 0 });
});
