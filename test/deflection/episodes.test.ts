import { describe, expect, test } from "vitest";
import { contactsOf, issuesOf } from "#server/deflection/contacts.ts";
import { episodesOf } from "#server/deflection/episodes.ts";
import {
  type DeflectionParams,
  defaultParams,
  type VisitEvent,
} from "#server/deflection/events.ts";
import { implicitOutcomes } from "#server/deflection/implicit.ts";
import { causal, episodeRates, funnelOf } from "#server/deflection/measures.ts";
import { eventsUpTo, visitsOf } from "#server/deflection/visits.ts";
import { event, hours } from "./story.ts";

function episodes(events: VisitEvent[], asOf = hours(1000), params = defaultParams) {
  const known = eventsUpTo(events, asOf);
  return episodesOf(visitsOf(known, params), contactsOf(known), asOf, params);
}

const open = event(0, "form_open", { arm: "T", suggested: 2 });
const read = event(1, "article_view", { article: "a", engagedMs: 10_000 });
const solved = event(2, "form_solved");
const ticket = (at: number, rest: Partial<VisitEvent> = {}) =>
  event(at, "ticket_created", { ticket: `t${at}`, requester: "r1", ...rest });

describe("how an episode ended", () => {
  test.each<[string, VisitEvent[], string]>([
    ["a ticket in the visit", [open, read, solved, ticket(3)], "submitted"],
    ["a ticket at the last moment of W", [open, read, ticket(72 * 60)], "late_contact"],
    ["one after W", [open, read, ticket(72 * 60 + 1)], "assumed"],
    ["the word of the reader", [open, read, solved], "confirmed"],
    ["reading", [open, read], "assumed"],
    ["reading too short", [open, { ...read, engagedMs: 9999 }], "abandoned"],
    ["reading before the form", [{ ...read, at: open.at - 1 }, open], "abandoned"],
    ["nothing", [open], "abandoned"],
    ["another person's ticket", [open, read, ticket(99, { visitor: "v2" })], "assumed"],
  ])("%s", (_case, events, status) => {
    expect(episodes(events)).toMatchObject([{ status }]);
  });

  test("a call of a known person counts, as does a ticket of the same browser", () => {
    const known = { ...open, subject: "s1" };
    const call = ticket(200, { visitor: null, subject: "s1" });
    const mail = ticket(200, { subject: null });
    expect(episodes([known, call])[0]!.status).toBe("late_contact");
    expect(episodes([known, mail])[0]!.status).toBe("late_contact");
  });

  test("later openings join the first; a contact link opens one as well", () => {
    const link = event(0, "contact_click");
    const form = event(3, "form_open", { arm: "C", suggested: 1 });
    expect(episodes([link, form])).toMatchObject([{ openedAt: link.at, arm: "C", suggested: 1 }]);
  });
});

describe("maturity", () => {
  test("comes with age, whatever the outcome", () => {
    for (const events of [[open], [open, ticket(1)]]) {
      expect(episodes(events, hours(72) - 1)[0]!.mature).toBe(false);
      expect(episodes(events, hours(72))[0]!.mature).toBe(true);
    }
  });

  test("of anonymous people comes no later than their salts go", () => {
    const params: DeflectionParams = { ...defaultParams, anonymousWindow: 24 * 3_600_000 };
    expect(episodes([open], hours(24), params)[0]!.mature).toBe(true);
    expect(episodes([{ ...open, subject: "s1" }], hours(24), params)[0]!.mature).toBe(false);
  });
});

describe("visits without a form", () => {
  const outcomes = (events: VisitEvent[], asOf = hours(1000)) =>
    implicitOutcomes(visitsOf(events, defaultParams), contactsOf(events), asOf, defaultParams);
  const long = event(0, "article_view", { article: "a", engagedMs: 30_000 });
  const vote = (answer: "yes" | "no") => event(1, "feedback", { article: "a", vote: answer });

  test.each<[string, VisitEvent[], string[]]>([
    ["read at length", [long], ["success"]],
    ["read, then searched on", [long, event(2, "search")], ["no_signal"]],
    ["read and voted down", [long, vote("no")], ["no_signal"]],
    ["voted up", [event(0, "search"), vote("yes")], ["success"]],
    ["read, then wrote", [long, ticket(60)], ["retracted"]],
    ["gave up, then wrote", [event(0, "search"), ticket(60)], ["no_signal"]],
    ["opened the form", [long, open], []],
    ["did nothing", [event(0, "suggest_click")], []],
  ])("%s", (_case, events, expected) => {
    expect(outcomes(events)).toEqual(expected);
  });

  test("wait for W like the others", () => {
    expect(outcomes([long], hours(72) - 1)).toEqual([]);
  });
});

test("a second ticket of the same requester and category within a week is the same issue", () => {
  const week = 7 * 24 * 60;
  const tickets = [
    ticket(0, { category: "login" }),
    ticket(week, { category: "login" }),
    ticket(week + 1, { category: "login" }),
    ticket(5, { category: "billing" }),
    ticket(6, { category: "login", requester: "r2" }),
    ticket(7, { traffic: "test" }),
  ];
  const first = issuesOf(tickets, defaultParams).map(({ ticket }) => ticket);
  expect(first).toEqual(["t0", `t${week + 1}`, "t5", "t6"]);
});

test("the causal sample takes each person's first opening with suggestions", () => {
  const person = (visitor: string, arm: "T" | "C", suggested: number, wrote: boolean) => [
    event(0, "form_open", { visitor, arm, suggested }),
    event(100, "form_open", { visitor, arm, suggested: 1 }),
    ...(wrote ? [ticket(1, { visitor })] : []),
  ];
  const all = [
    ...person("a", "C", 1, true),
    ...person("b", "C", 0, false),
    ...person("c", "T", 1, false),
    ...person("d", "T", 1, true),
  ];
  const { control, treatment, avoided } = causal(episodes(all));
  expect({ control, treatment }).toEqual({ control: { x: 1, n: 2 }, treatment: { x: 1, n: 2 } });
  expect(avoided).toMatchObject({ tickets: 0 });
});

test("rates of the funnel share one denominator, except what is taken back", () => {
  const statuses = [[open, ticket(1)], [open, ticket(99)], [open, solved], [open, read], [open]];
  const funnel = funnelOf(statuses.flatMap((events) => episodes(events)));
  expect(funnel).toMatchObject({ mature: 5, pending: 0, submitted: 1, abandoned: 1 });
  const rates = episodeRates(funnel);
  expect(rates).toMatchObject({
    confirmedRate: { x: 1, n: 5 },
    explicitRate: { x: 2, n: 5 },
    naiveRate: { x: 4, n: 5 },
    submissionRate: { x: 2, n: 5 },
    retractionRate: { x: 1, n: 4 },
  });
});
