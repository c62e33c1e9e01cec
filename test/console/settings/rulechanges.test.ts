/** What differs between versions of rules and teams, in words. */
import "./browserless.ts";
import { describe, expect, test } from "vitest";
import {
  defaultTeamsDocument,
  defaultTriageDocument,
  type TeamsDocument,
  type TriageDocument,
} from "#server/triage/documents.ts";
import { edited } from "../../../src/console/settings/document/edited.ts";
import { vocabularyOf } from "../../../src/console/settings/rules/choices.ts";
import { ruleChanges } from "../../../src/console/settings/rules/rulechanges.ts";
import { teamChanges } from "../../../src/console/settings/teams/teamchanges.ts";

const cam = { id: "cam", label: { en: "Cameras", zh: "摄像机" } };
const settings = { siteName: cam.label, categories: [], modules: [cam], forms: [] };
const words = vocabularyOf(settings, defaultTeamsDocument.teams);

describe("rules", () => {
  const changes = (change: (document: TriageDocument) => void) =>
    ruleChanges(defaultTriageDocument, edited(defaultTriageDocument, change), words);

  test("that say the same have no changes", () => {
    expect(changes(() => {})).toEqual([]);
  });

  test("a product that gets a second line", () => {
    const given = changes(({ modules }) => modules.push({ id: "cam", team: "tech" }));
    expect(given).toEqual([{ what: "Cameras", before: null, after: words.nameOfTeam("tech") }]);
  });

  test("a rule is told as its sentence, and whether it is off or the last", () => {
    const [rule] = defaultTriageDocument.rules;
    const [off] = changes(({ rules }) => Object.assign(rules[0]!, { enabled: false }));
    expect(off).toMatchObject({ what: `Rule ${rule!.id}`, after: `${off!.before} (off)` });
    const [last] = changes(({ rules }) => Object.assign(rules[0]!, { stop: true }));
    expect(last!.after).toBe(`${off!.before}; no rule after it`);
    const [gone] = changes(({ rules }) => rules.splice(0, 1));
    expect(gone).toEqual({ ...off, after: null });
  });

  test("of a rule that moves, only the stretch it moves through is told", () => {
    const [one, two, three] = defaultTriageDocument.rules.map(({ id }) => id);
    const moved = changes(({ rules }) => rules.splice(2, 0, ...rules.splice(0, 1)));
    expect(moved).toEqual([
      {
        what: "Order of the rules",
        before: [one, two, three].join(", "),
        after: [two, three, one].join(", "),
      },
    ]);
  });

  test("words that come and go, and what they count", () => {
    const terms = changes(({ lexicons }) => {
      const [gone] = lexicons[0]!.terms.en.splice(0, 1, "gizmo");
      lexicons[0]!.except.zh.push(gone!);
    });
    const { id, terms: before } = defaultTriageDocument.lexicons[0]!;
    expect(terms).toMatchObject([
      { before: before.en[0], after: "gizmo" },
      { before: null, after: before.en[0] },
    ]);
    const [points] = changes(({ emotion }) => Object.assign(emotion.weights, { [id]: 9 }));
    expect(points!.after).toBe("9");
    const [from] = changes(({ emotion }) => Object.assign(emotion.thresholds, { high: 7 }));
    expect(from).toMatchObject({ before: "4", after: "7" });
  });
});

describe("teams", () => {
  const changes = (change: (document: TeamsDocument) => void) =>
    teamChanges(defaultTeamsDocument, edited(defaultTeamsDocument, change));

  test("that are another", () => {
    const told = changes(({ teams }) => {
      Object.assign(teams[0]!, { level: "senior", skills: ["wine"] });
      teams.push({ id: "night", name: { en: "Night", zh: "夜班" }, level: "junior", skills: [] });
    });
    const { name } = defaultTeamsDocument.teams[0]!;
    expect(told).toMatchObject([
      { what: `${name.en} · Level`, before: "Junior", after: "Senior" },
      { what: `${name.en} · Skills`, after: "wine" },
      { what: "Team", before: null, after: "Night" },
    ]);
  });

  test("and who gets what no rule decides", () => {
    const told = changes((document) => {
      document.defaultTeams.billing = "care";
      document.emergencyTeam = "care";
    });
    expect(told.map(({ after }) => after)).toEqual([
      words.nameOfTeam("care"),
      words.nameOfTeam("care"),
    ]);
  });
});
