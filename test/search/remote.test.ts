import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Call, type Port, remoteSearch, WorkerDied } from "#src/search/remote.ts";
import type { SearchAnswer } from "#src/search/search.ts";
import { SearchUnavailable } from "#src/search/unavailable.ts";

const answer: SearchAnswer = {
  results: [],
  terms: ["hub"],
  confidence: 0,
  confident: false,
  took: 0,
};
let ports: (Port & { calls: Call[]; ended: boolean })[];
let now: number;

const open = (): Port => {
  const port = {
    calls: [] as Call[],
    ended: false,
    postMessage: (call: Call) => void port.calls.push(call),
    onmessage: null,
    onerror: null,
    terminate: () => {
      port.ended = true;
    },
  };
  ports.push(port);
  return port;
};
const searchOver = () => remoteSearch(open, () => now)("en");
const reply = (port: number, call: number, value = answer) =>
  ports[port]!.onmessage!({ data: { id: ports[port]!.calls[call]!.id, value } });

beforeEach(() => {
  ports = [];
  now = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test("nothing is opened before something is asked, and one port serves all", async () => {
  const search = searchOver();
  expect(ports).toHaveLength(0);
  const both = [search.search("hub", { limit: 3 }), search.suggest("hub", "red")];
  expect(ports).toHaveLength(1);
  expect(ports[0]!.calls).toMatchObject([
    { locale: "en", method: "search", args: ["hub", { limit: 3 }], now: 0 },
    { locale: "en", method: "suggest", args: ["hub", "red"], now: 0 },
  ]);
  now = 12;
  reply(0, 1);
  reply(0, 0);
  expect(await Promise.all(both)).toEqual([
    { ...answer, took: 12 },
    { ...answer, took: 12 },
  ]);
});

test("what the other side can't do is a failure, never an empty answer", async () => {
  const asked = searchOver().search("hub");
  ports[0]!.onmessage!({
    data: { id: ports[0]!.calls[0]!.id, failure: "404 /search/en/entry.json" },
  });
  await expect(asked).rejects.toThrow(SearchUnavailable);
});

test("a dead worker fails what was asked, and the next question starts another", async () => {
  const search = searchOver();
  const lost = search.search("hub");
  ports[0]!.onerror!({ preventDefault: () => {} });
  await expect(lost).rejects.toThrow(WorkerDied);
  expect(ports[0]!.ended).toBe(true);
  const again = search.search("hub");
  reply(1, 0);
  expect(await again).toMatchObject({ terms: ["hub"] });
});

test("a worker that doesn't answer counts as dead", async () => {
  const lost = searchOver().search("hub");
  const said = expect(lost).rejects.toThrow("doesn't answer");
  await vi.advanceTimersByTimeAsync(20_000);
  await said;
});

test("one that answered isn't held for dead later", async () => {
  const search = searchOver();
  const asked = search.warm();
  reply(0, 0);
  await asked;
  await vi.advanceTimersByTimeAsync(60_000);
  void search.search("hub");
  expect(ports).toHaveLength(1);
});

test("where no worker can be opened the question fails", async () => {
  const refuse = () => {
    throw new DOMException("refused", "SecurityError");
  };
  await expect(remoteSearch(refuse, () => 0)("en").search("hub")).rejects.toThrow(WorkerDied);
});
