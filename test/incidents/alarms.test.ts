import { expect, test } from "vitest";
import { type AlarmStates, type CategoryCount, lookForSurges } from "#server/incidents/alarms.ts";
import { HOUR } from "#server/sla/instant.ts";

const at = Date.parse("2026-11-22T10:00:00Z");
const usual = [10, 10, 10, 10, 10, 10, 10];
const count = (now: number, category = "login", windows = usual): CategoryCount => ({
  category,
  now,
  windows,
});
const alarms = (counts: CategoryCount[], states: AlarmStates = {}, when = at) =>
  lookForSurges(counts, states, when).alarms.map(({ category }) => category);

test("a wave is told with its size", () => {
  const { alarms, states } = lookForSurges([count(20), count(11, "calm")], {}, at);
  expect(alarms).toMatchObject([{ category: "login", now: 20, usual: 10, growth: 1 }]);
  expect(states.login).toEqual({ lastAlarmAt: at, armed: false });
  expect(states.calm).toEqual({ lastAlarmAt: null, armed: true });
});

test("it is told once, and again only after it went back and a day has passed", () => {
  const look = (now: number, hours: number, states: AlarmStates) =>
    lookForSurges([count(now)], states, at + hours * HOUR);
  const first = look(20, 0, {});
  expect(look(25, 1, first.states).alarms).toEqual([]);
  expect(look(25, 25, first.states).alarms).toEqual([]);
  const back = look(10, 3, first.states);
  expect(back.states.login).toEqual({ lastAlarmAt: at, armed: true });
  expect(look(20, 23, back.states).alarms).toEqual([]);
  expect(look(20, 24, back.states).alarms).toHaveLength(1);
});

test.each([
  [10, true],
  [11, false],
  [12, false],
])("with 10 as usual, %s arms it again: %s", (now, armed) => {
  const states = { login: { lastAlarmAt: at, armed: false } };
  expect(lookForSurges([count(now)], states, at).states.login?.armed).toBe(armed);
});

test("without a usual, a day without tickets arms it again", () => {
  const states = { login: { lastAlarmAt: at, armed: false } };
  const look = (now: number) =>
    lookForSurges([count(now, "login", [0, 0, 0, 0, 0, 0, 0])], states, at).states.login?.armed;
  expect([look(0), look(1)]).toEqual([true, false]);
});

test("many categories at once have to be less likely by chance, but only those big enough are counted", () => {
  const weak = count(22, "weak", [14, 10, 10, 10, 10, 10, 12]);
  const alone = lookForSurges([weak], {}, at).alarms;
  expect(alone).toHaveLength(1);
  const strict = (others: CategoryCount[]) =>
    lookForSurges([weak, ...others], {}, at, undefined, 0.012).alarms.length;
  const tight = (n: number, now: number) =>
    Array.from({ length: n }, (_, i) => count(now, `c${i}`));
  expect(strict([])).toBe(1);
  expect(strict(tight(9, 10))).toBe(1);
  expect(strict(tight(9, 14))).toBe(0);
});

test("categories that weren't looked at are remembered", () => {
  const states = { old: { lastAlarmAt: at, armed: false } };
  expect(lookForSurges([], states, at).states).toEqual(states);
  expect(alarms([count(20, "old")], states)).toEqual([]);
});
