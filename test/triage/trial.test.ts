import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TeamsDocument, TriageDocument } from "#server/triage/documents.ts";
import { type TestApp, testApp } from "../app.ts";
import { graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";
import { standing } from "./desk.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;
let camera: Awaited<ReturnType<typeof standing>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
  const fault = {
    ...{ kind: "fault", module: "cam", category: "troubleshooting", since: "2026-11-15T02:00" },
    ...{ steps: "Restarted it.", evidence: { waived: "At night only" } },
    subject: "Camera goes dark",
    description: "The picture of the camera in the garden is grey since Sunday.",
  };
  camera = await standing(app, (await writeIn(app, graceMiller, fault)).ticketId);
  await writeIn(app, wangLei);
  await writeIn(app, graceMiller);
});
afterAll(async () => {
  await app.ring();
  await app.stop();
});

const tom = () => app.as(staff.tom);
const triageDocument = async (change: (document: TriageDocument) => void) => {
  const { document } = await tom().settings.current({ kind: "triage" });
  const copy = structuredClone(document) as TriageDocument;
  change(copy);
  return copy;
};
const teamsDocument = async (change: (document: TeamsDocument) => void) => {
  const { document } = await tom().settings.current({ kind: "teams" });
  const copy = structuredClone(document) as TeamsDocument;
  change(copy);
  return copy;
};

describe("F051 a rule set is tried before it is used", () => {
  test("the one in force changes nothing", async () => {
    const triage = await triageDocument(() => {});
    const { problems, run } = await tom().triage.tryOut({ triage });
    expect(problems).toEqual([]);
    expect(run).toMatchObject({ tickets: 3, changed: 0, changes: [] });
  });

  test("a second line for cameras says which tickets it would move, and by which rule", async () => {
    const triage = await triageDocument(({ modules }) => {
      modules.push({ id: "cam", team: "l2-reports" });
    });
    const { run, tickets } = await tom().triage.tryOut({ triage });
    expect(run).toMatchObject({ changed: 1, byField: { team: 1 } });
    expect(run!.changes).toEqual([
      {
        ...{ ticketId: camera.id, field: "team", from: "tech", to: "l2-reports" },
        because: ["R18-chosen-fault", "R06-module"],
      },
    ]);
    expect(tickets).toEqual({
      [camera.id]: { number: camera.number, subject: "Camera goes dark" },
    });
    expect((await standing(app, camera.id)).team).toBe("tech");
  });

  test("with a refusal nothing is tried, and the rule is named", async () => {
    const triage = await triageDocument(({ rules }) => {
      rules[3]!.then.push({ do: "set", team: "nobody" });
    });
    const { problems, run } = await tom().triage.tryOut({ triage });
    expect(run).toBeNull();
    expect(problems).toMatchObject([
      { code: "rule_unknown_team", path: ["rules", 3], values: { name: "nobody" } },
    ]);
  });

  test("teams are tried as well", async () => {
    const teams = await teamsDocument(({ defaultTeams }) => {
      defaultTeams.question = "care";
    });
    expect(await tom().triage.tryOut({ teams })).toMatchObject({
      problems: [],
      run: { changed: 0 },
    });
  });

  test("agents neither try nor save", async () => {
    const triage = await triageDocument(() => {});
    const mia = app.as(staff.mia);
    const tried = mia.triage.tryOut({ triage });
    await expect(tried).rejects.toMatchObject({ cause: { code: "not_allowed" } });
    const saved = mia.settings.save({ kind: "triage", data: triage, note: "", base: 1 });
    await expect(saved).rejects.toMatchObject({ cause: { code: "not_allowed" } });
  });
});

describe("why?", () => {
  test("every rule that fired, by which word or field, as it stood then", async () => {
    const because = await app.as(staff.mia).triage.why({ ticketId: camera.id });
    expect(because).toMatchObject({
      version: 1,
      outcome: { priority: "P2", by: { priority: "R18-chosen-fault" } },
      trace: [{ rule: "R18-chosen-fault", evidence: [{ because: "field", field: "kind" }] }],
      rules: [{ id: "R18-chosen-fault" }],
    });
  });

  test("a ticket that was never judged has no reason", async () => {
    await app.deps.db.triageRun.deleteMany({ where: { ticketId: camera.id } });
    expect(await app.as(staff.mia).triage.why({ ticketId: camera.id })).toBeNull();
  });
});

const lowering = JSON.parse('{ "id": "low", "then": [{ "do": "lower" }] }');

describe("what speaks against a document", () => {
  const refusals = async (kind: "triage" | "teams", data: unknown) =>
    (await tom().settings.check({ kind, data })).map(({ code, path }) => [code, ...path]);

  test.each<[string, (document: TriageDocument) => void, unknown[]]>([
    [
      "a rule that lowers",
      (d) => d.rules.splice(0, 1, lowering),
      ["rule_lowers_priority", "rules", 0],
    ],
    [
      "something else than a rule",
      (d) => d.rules.splice(0, 1, { id: "?" } as never),
      ["rule_malformed", "rules", 0],
    ],
    [
      "a product twice",
      (d) => d.modules.push({ id: "cam", team: "tech" }, { id: "cam", team: "l1" }),
      ["module_twice", "modules", 1],
    ],
    [
      "a product nobody sells",
      (d) => d.modules.push({ id: "rocket", team: "tech" }),
      ["module_unknown", "modules", 0],
    ],
    [
      "a product for no team",
      (d) => d.modules.push({ id: "cam", team: "nobody" }),
      ["module_team", "modules", 0],
    ],
    [
      "a rule about a product nobody sells",
      (d) =>
        d.rules.push({
          ...d.rules[3]!,
          id: "new",
          when: { all: [{ field: "module", eq: "rocket" }] },
        }),
      ["rule_unknown_module", "rules", 20],
    ],
    ["words twice", (d) => d.lexicons.push(d.lexicons[0]!), ["lexicon_twice", "lexicons", 16]],
    [
      "points for words that are gone",
      (d) => {
        d.emotion.weights.gone = 1;
      },
      ["emotion_lexicon", "emotion", "weights", "gone"],
    ],
    [
      "a strong mood below a middling one",
      (d) => {
        d.emotion.thresholds.high = 1;
      },
      ["emotion_order", "emotion", "thresholds"],
    ],
    [
      "words without words",
      (d) => d.lexicons.push({ ...d.lexicons[0]!, id: "none", terms: { en: [], zh: [] } }),
      ["lexicon_empty", "lexicons", 16],
    ],
  ])("%s", async (_, change, wanted) => {
    expect(await refusals("triage", await triageDocument(change))).toContainEqual(wanted);
  });

  test("a rule about a product without a second line is fine", async () => {
    const document = await triageDocument(({ rules }) => {
      const when = { all: [{ field: "module" as const, eq: "bell" }] };
      rules.push({ ...rules[3]!, id: "bell", when });
    });
    expect(await refusals("triage", document)).toEqual([]);
  });

  test.each<[string, (document: TeamsDocument) => void, unknown[]]>([
    ["a team twice", (d) => d.teams.push(d.teams[0]!), ["team_twice", "teams", 7]],
    [
      "a category for no team",
      (d) => {
        d.defaultTeams.fault = "gone";
      },
      ["team_default", "defaultTeams", "fault"],
    ],
    [
      "emergencies for nobody",
      (d) => {
        d.emergencyTeam = "gone";
      },
      ["team_emergency", "emergencyTeam"],
    ],
    [
      "emergencies for juniors",
      (d) => {
        d.emergencyTeam = "l1";
      },
      ["team_emergency_junior", "emergencyTeam"],
    ],
    [
      "a team that a rule names is gone",
      (d) => {
        d.teams = d.teams.filter(({ id }) => id !== "care");
      },
      ["team_in_rule", "teams"],
    ],
    [
      "a team that gets P0 becomes junior",
      (d) => {
        d.teams[1]!.level = "junior";
      },
      ["team_p0_junior", "teams"],
    ],
  ])("%s", async (_, change, wanted) => {
    expect(await refusals("teams", await teamsDocument(change))).toContainEqual(wanted);
  });

  test("a team that a product names can't go", async () => {
    const data = await triageDocument((d) => d.modules.push({ id: "cam", team: "l2-reports" }));
    await tom().settings.save({ kind: "triage", data, note: "", base: 1 });
    const teams = await teamsDocument((d) => {
      d.teams = d.teams.filter(({ id }) => id !== "l2-reports");
    });
    expect(await refusals("teams", teams)).toEqual([["team_in_module", "teams"]]);
  });
});
