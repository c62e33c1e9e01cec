import { expect, test } from "vitest";
import { canReopen, isDelayed, storyOf } from "#src/islands/status/ticket.ts";
import { eventText, headlineText } from "#src/islands/status/words.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute));
const event = (minute: number, type: string, data: object = {}) => ({ at: at(minute), type, data });
const message = (minute: number, kind: string) => ({
  id: `m${minute}`,
  kind,
  body: "",
  createdAt: at(minute),
  user: null,
  attachments: [],
});

const told = (events: ReturnType<typeof event>[], messages: ReturnType<typeof message>[]) =>
  storyOf({ events, messages }).map((entry) =>
    entry.kind === "message" ? entry.message.kind : eventText(entry.event, "en"),
  );

test("the story of a request in plain words; what a message led to follows it", () => {
  const events = [
    event(0, "created", { priority: "P2" }),
    event(5, "acknowledged"),
    event(5, "status_changed", { from: "new", to: "open" }),
    event(5, "assigned", { agentId: "mia" }),
    event(9, "status_changed", { from: "open", to: "waiting_customer" }),
    event(20, "nudged"),
    event(30, "status_changed", { from: "open", to: "solved" }),
    event(40, "solution_confirmed"),
    event(40, "status_changed", { from: "solved", to: "closed" }),
  ];
  const messages = [message(0, "customer"), message(9, "public"), message(30, "public")];
  expect(told(events, messages)).toMatchInlineSnapshot(`
    [
      "customer",
      "A person has looked at your request.",
      "Your request has an owner.",
      "public",
      "We wait for your reply.",
      "You asked for news.",
      "public",
      "We marked it as solved.",
      "You said that it is solved.",
    ]
  `);
});

test("what nobody has words for is left out", () => {
  expect(told([event(1, "priority_changed"), event(2, "merged")], [])).toEqual([]);
});

test.each([
  [59_000, false],
  [61_000, true],
])("a message that was kept %i ms is delayed: %s", (ms, delayed) => {
  const receivedAt = at(10);
  const writtenAt = new Date(receivedAt.getTime() - ms);
  expect(isDelayed({ writtenAt, receivedAt })).toBe(delayed);
});

test("a closed request opens again for 14 days", () => {
  const closedAt = at(0);
  const after = (days: number) => new Date(closedAt.getTime() + days * 86_400_000);
  expect(canReopen({ closedAt: null }, after(99))).toBe(true);
  expect(canReopen({ closedAt }, after(13))).toBe(true);
  expect(canReopen({ closedAt }, after(15))).toBe(false);
});

test("lateness is said, with and without an owner", () => {
  const since = new Date();
  expect(headlineText({ state: "late", owner: "Mia", since }, "en")).toMatch(/^We are late\. Mia/);
  expect(headlineText({ state: "late", owner: "", since }, "zh")).toMatch(/^抱歉，我们迟了。本该/);
});
