import { expect, test } from "vitest";
import { defaultCalendars } from "#server/sla/defaults.ts";
import { assign, type Candidate, type Work } from "#server/triage/assign.ts";
import { defaultTeams } from "#server/triage/defaults.ts";

const team = (id: string) => defaultTeams.find((one) => one.id === id)!;
const monday = Date.parse("2026-11-23T10:00:00+08:00");
const night = Date.parse("2026-11-23T23:00:00+08:00");
const mia: Candidate = {
  ...{ id: "mia", teams: ["tech", "l1"], level: "senior", skills: ["tech"], open: 3, limit: 10 },
  ...{ present: true, hours: defaultCalendars.working, onCall: false, lastAssignedAt: 2000 },
};
const siyuan: Candidate = { ...mia, id: "siyuan", lastAssignedAt: 1000 };
const work: Work = { priority: "P1", team: team("tech"), at: monday };
const gets = (people: Candidate[], over: Partial<Work> = {}) => {
  const { agentId, because } = assign({ ...work, ...over }, people);
  return agentId ?? because;
};

test.each<[string, Candidate[], Partial<Work>, string]>([
  ["the least loaded", [mia, { ...siyuan, open: 4 }], {}, "mia"],
  ["among equals who has waited longest", [mia, siyuan], {}, "siyuan"],
  ["who never had one waited longest", [{ ...mia, lastAssignedAt: null }, siyuan], {}, "mia"],
  [
    "among twins the first by id",
    [
      { ...mia, id: "zoe" },
      { ...mia, id: "ann" },
    ],
    {},
    "ann",
  ],
  [
    "F005 nobody above the set load",
    [
      { ...mia, open: 1, limit: 1 },
      { ...siyuan, open: 9 },
    ],
    {},
    "siyuan",
  ],
  ["F005 everybody has enough", [{ ...mia, open: 10 }], {}, "everybody_full"],
  ["another team", [mia], { team: team("care") }, "nobody_in_team"],
  [
    "a skill",
    [mia, { ...siyuan, open: 8, skills: ["tech", "reports"] }],
    { skill: "reports" },
    "siyuan",
  ],
  ["a skill nobody has", [mia], { skill: "reports" }, "nobody_skilled"],
  ["away", [{ ...mia, present: false }], {}, "nobody_at_work"],
  ["outside their hours", [mia], { at: night }, "nobody_at_work"],
  ["without hours of their own", [{ ...mia, hours: null }], { at: night }, "mia"],
  ["on call at night", [mia, { ...siyuan, present: false, onCall: true }], { at: night }, "siyuan"],
  [
    "F053 a P0 to a junior person",
    [{ ...mia, level: "junior" }],
    { priority: "P0" },
    "nobody_senior",
  ],
  [
    "F053 a P0 to the senior of two",
    [{ ...mia, level: "junior", open: 0 }, siyuan],
    { priority: "P0" },
    "siyuan",
  ],
  ["F053 a P0 to a junior team", [mia], { priority: "P0", team: team("l1") }, "team_too_junior"],
  ["a P1 to a junior person", [{ ...mia, level: "junior" }], {}, "mia"],
  ["nobody at all", [], {}, "nobody_in_team"],
])("%s", (_, people, over, result) => expect(gets(people, over)).toBe(result));

test("it says why", () => {
  expect(assign(work, [mia])).toEqual({
    agentId: "mia",
    because: { open: 3, lastAssignedAt: 2000, onCall: false },
  });
});
