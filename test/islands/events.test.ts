import { expect, test } from "vitest";
import { beaconEventSchema, beaconSchema } from "#server/deflection/beacon.ts";
import { questionOf } from "#server/deflection/question.ts";
import { beaconEvent, type VisitEvent } from "#src/islands/events.ts";
import { newId } from "#src/islands/ids.ts";

const article = "kb-000101";
const episode = newId();

const noted: VisitEvent[] = [
  { type: "article_view", article, category: "setup" },
  { type: "article_leave", article, engaged: 12_000 },
  { type: "feedback", article, vote: 1 },
  { type: "feedback", article, vote: -1, reason: "unclear" },
  { type: "search", search: newId(), results: 0 },
  { type: "search_click", search: newId(), rank: 2, article },
  { type: "form_open", episode, article },
  { type: "suggest_ready", results: 3, episode },
  { type: "suggest_shown", results: 3, episode },
  { type: "suggest_click", article, rank: 1, episode },
  { type: "form_solved", article, episode },
  { type: "contact_click" },
];

test.each(noted)("what leaves the browser is what the server expects: $type", (event) => {
  const sent = beaconEvent(event, newId(), 1234);
  expect(beaconEventSchema.strict().parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
});

test("a search leaves as its number of results, without the words or the page's own id", () => {
  const id = newId();
  const question = questionOf("Camera offline");
  const sent = beaconEvent({ type: "search", search: "of this page", question, results: 4 }, id, 0);
  expect(sent).toEqual({ id, type: "search", at: 0, n: 4, question });
  expect(JSON.stringify(sent)).not.toMatch(/camera|offline/i);
});

test("a beacon holds at most 50 events", () => {
  const event = beaconEvent({ type: "contact_click" }, newId(), 0);
  const body = (count: number) => ({ v: 1, locale: "zh", events: Array(count).fill(event) });
  expect(beaconSchema.safeParse(body(50)).success).toBe(true);
  expect(beaconSchema.safeParse(body(51)).success).toBe(false);
});

test("ids are of version 7 and sort by their time", () => {
  const ids = [1, 1_800_000_000_000, 1_800_000_000_001].map((now) => newId(now));
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
});
