import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { measureIds, rates } from "../../server/insight/measures.ts";
import { type FigureId, figureDefinitions } from "../../server/insight/report.ts";
import {
  groups,
  isDefined,
  isOfNow,
  textOf,
  titleOf,
} from "../../src/console/insight/definitions.ts";
import {
  longDays,
  percent,
  percents,
  sentences,
  shortDays,
} from "../../src/console/insight/figures.ts";
import { figureTitle, figureWords } from "../../src/console/insight/reports/figurewords.ts";
import { stateOf } from "../../src/console/insight/standings.ts";
import { chooseLocale } from "../../src/console/language.ts";

// The language of the desk is written on the document as soon as it is known.
vi.hoisted(() => void vi.stubGlobal("document", { documentElement: {} }));
afterAll(() => void vi.unstubAllGlobals());

describe.each([
  ["en", { range: "38–55%", edge: "95–99.6%", day: "Thu 19 Nov", week: "9 Nov – 15 Nov" }],
  ["zh", { range: "38%–55%", edge: "95%–99.6%", day: "11月19日周四", week: "11月9日 – 11月15日" }],
] as const)("in %s", (locale, written) => {
  beforeAll(() => chooseLocale(locale));

  test.each([
    [0, "0%"],
    [0.0004, "0.1%"],
    [0.004, "0.4%"],
    [0.01, "1%"],
    [0.4131, "41%"],
    [0.985, "99%"],
    [0.99, "99%"],
    [0.9918, "99.2%"],
    [0.9999, "99.9%"],
    [1, "100%"],
  ])("a share of %d is written %s", (share, text) => {
    expect(percent(share)).toBe(text);
  });

  test("intervals and days are written as the language does", () => {
    expect(percents(0.38, 0.55)).toBe(written.range);
    expect(percents(0.95, 0.996)).toBe(written.edge);
    expect(longDays("2026-11-19", "2026-11-19").replace(",", "")).toBe(written.day);
    expect(longDays("2026-11-09", "2026-11-15")).toBe(written.week);
    expect(shortDays("2026-11-09", "2026-11-15")).toBe(written.week);
    expect(sentences(["A.", "B."])).toBe(locale === "zh" ? "A.B." : "A. B.");
  });

  test("every number has a title and a definition, and stands on the page of definitions once", () => {
    const ids = [...measureIds, ...(Object.keys(rates) as (keyof typeof rates)[])];
    const figures = Object.keys(figureDefinitions) as FigureId[];
    const listed = groups.flatMap(({ entries }) => Object.keys(entries));
    expect(listed.toSorted()).toEqual([...ids, ...figures].toSorted());
    for (const id of figures) {
      expect(figureTitle(id)).not.toContain("figure_");
      expect(figureWords[id].text().length).toBeGreaterThan(figureTitle(id).length);
    }
    for (const id of ids) {
      expect(titleOf(id)).not.toContain("insight_");
      expect(textOf(id).length).toBeGreaterThan(titleOf(id).length);
    }
  });
});

test("only numbers of open tickets are of this moment", () => {
  expect([isOfNow("at_risk"), isOfNow("solved"), isOfNow("explicit_rate")]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isDefined("open"), isDefined("constructor"), isDefined(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("every state of a row has a word and a shape of its own", () => {
  const states = ["breached", "at_risk", "running", "paused", "idle", "met", "missed", "solved"];
  const told = states.map(stateOf);
  expect(told.filter(({ label, icon }, i) => !icon || label === states[i])).toEqual([]);
  expect(new Set(told.map(({ label }) => label)).size).toBe(states.length);
});
