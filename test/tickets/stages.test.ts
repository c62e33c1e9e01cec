import { describe, expect, test } from "vitest";
import { defaultCalendars } from "#server/sla/defaults.ts";
import { defaultStages } from "#server/tickets/stagedefaults.ts";
import { begin, type StageRun, standing } from "#server/tickets/stageruns.ts";
import { dueOf, finishable, type Procedure, procedureFor } from "#server/tickets/stages.ts";

const shanghai = (time: string) => new Date(`2026-11-${time}:00+08:00`);
const facts = { kind: "question", category: "setup", flow: "" };
const fault = procedureFor(defaultStages, { ...facts, kind: "fault" })!;
const stage = (id: string) => fault.stages.find((one) => one.id === id)!;

describe("F059 which procedure a ticket goes through", () => {
  test.each([
    ["fault", "", "fault"],
    ["complaint", "", "complaint"],
    ["question", "", null],
    ["suggestion", "", null],
    ["fault", "risk", "security"],
    ["question", "risk", "security"],
  ])("kind %s, flow %j: %s", (kind, flow, id) => {
    expect(procedureFor(defaultStages, { ...facts, kind, flow })?.id ?? null).toBe(id);
  });

  test("what names the category goes before what names the kind, wherever it stands", () => {
    const of = (id: string, appliesTo: Procedure["appliesTo"]): Procedure => ({
      ...fault,
      id,
      appliesTo,
    });
    const templates = [
      of("all", undefined),
      of("faults", { kinds: ["fault"] }),
      of("refunds", { categories: ["refunds", "orders"] }),
      of("refund-faults", { kinds: ["fault"], categories: ["refunds"] }),
    ];
    const id = (kind: string, category: string) =>
      procedureFor({ templates }, { kind, category })?.id;
    expect(id("fault", "refunds")).toBe("refund-faults");
    expect(id("fault", "orders")).toBe("refunds");
    expect(id("fault", "setup")).toBe("faults");
    expect(id("question", "setup")).toBe("all");
  });

  test("a category that nobody chose is in no list", () => {
    const templates = [{ ...fault, appliesTo: { categories: ["refunds"] } }];
    expect(procedureFor({ templates }, { kind: "fault", category: "" })).toBeNull();
  });
});

describe("when a stage may be finished", () => {
  test("F054 diagnose: reproduced, yes or no, and a cause", () => {
    expect(finishable(stage("diagnose"), {})).toEqual(["reproduced", "cause"]);
    expect(finishable(stage("diagnose"), { reproduced: false, cause: " " })).toEqual(["cause"]);
    expect(finishable(stage("diagnose"), { reproduced: false, cause: "DNS" })).toEqual([]);
    expect(finishable(stage("diagnose"), { reproduced: "no", cause: "DNS" })).toEqual([
      "reproduced",
    ]);
  });

  test("F055 plan: a workaround or the root, and the time told to the customer", () => {
    const promised_time = shanghai("24T12:00").getTime();
    expect(finishable(stage("plan"), { kind: "workaround", promised_time })).toEqual([]);
    expect(finishable(stage("plan"), { kind: "later", promised_time })).toEqual(["kind"]);
    expect(finishable(stage("plan"), { kind: "root", promised_time: "tomorrow" })).toEqual([
      "promised_time",
    ]);
  });

  test("F056 cross-team: whether anybody else is needed; who and when may be empty", () => {
    expect(finishable(stage("cross_team"), {})).toEqual(["involved"]);
    expect(finishable(stage("cross_team"), { involved: false })).toEqual([]);
  });

  test("a choice that lost its options can't be made", () => {
    const label = { en: "x", zh: "x" };
    const notes = [{ id: "kind", type: "choice", label, required: true } as const];
    expect(finishable({ notes }, { kind: undefined })).toEqual(["kind"]);
  });
});

test("F022, F057 stages stand in order, and those that tell the customer something ask for it", () => {
  expect(fault.stages.map(({ id, asksUpdate }) => [id, asksUpdate])).toEqual([
    ["diagnose", true],
    ["plan", true],
    ["cross_team", false],
    ["implement", true],
    ["verify", true],
  ]);
});

describe("when a stage is due", () => {
  const { working, c247 } = defaultCalendars;
  test.each([
    ["hours that run over the night", "diagnose", "23T16:00", "24T11:00"],
    ["hours that run over the weekend", "diagnose", "20T16:00", "23T11:00"],
    ["a working day: the close of the next one", "implement", "20T10:00", "23T18:00"],
  ])("%s", (_, id, start, due) => {
    expect(dueOf(stage(id), shanghai(start), working)).toEqual(shanghai(due));
  });

  test("round the clock where the calendar is", () => {
    expect(dueOf(stage("diagnose"), shanghai("23T22:00"), c247)).toEqual(shanghai("24T02:00"));
  });

  test("F057 never while the customer checks", () => {
    expect(dueOf(stage("verify"), shanghai("23T16:00"), working)).toBeNull();
  });
});

describe("F056, F059 where a ticket stands: which stage, who, since when too late", () => {
  const run = (position: number, name: string, over: Partial<StageRun> = {}): StageRun => ({
    position,
    stage: name,
    ownerId: null,
    startedAt: null,
    dueAt: null,
    doneAt: null,
    ...over,
  });
  const diagnosed = run(0, "diagnose", {
    ownerId: "mia",
    dueAt: shanghai("23T14:00"),
    doneAt: shanghai("23T15:00"),
  });
  const planning = run(1, "plan", { ownerId: "siyuan", dueAt: shanghai("23T17:00") });
  const task = run(2, "cross_team", { dueAt: shanghai("23T16:30") });
  const runs = [task, planning, diagnosed];

  test("the first that isn't done, whatever order they come in", () => {
    expect(standing(runs, shanghai("23T16:00"))).toEqual({
      current: planning,
      who: "siyuan",
      overdue: [],
    });
  });

  test("at its due time a stage is on time, after it late; what is done is never late", () => {
    const late = (time: Date) => standing(runs, time).overdue.map((one) => one.stage);
    expect(late(shanghai("23T16:30"))).toEqual([]);
    expect(late(new Date(shanghai("23T16:30").getTime() + 1))).toEqual(["cross_team"]);
    expect(late(shanghai("23T18:00"))).toEqual(["cross_team", "plan"]);
  });

  test("nothing is current when all is done, or nothing began", () => {
    const nothing = { current: null, who: null, overdue: [] };
    expect(standing([diagnosed], shanghai("24T10:00"))).toEqual(nothing);
    expect(standing([], shanghai("24T10:00"))).toEqual(nothing);
  });

  test("F127 'not solved' begins again with the diagnosis, behind what was done", () => {
    const first = begin(fault);
    expect(first.runs.map(({ position, stage: id }) => `${position} ${id}`)).toEqual([
      "0 diagnose",
      "1 plan",
      "2 cross_team",
      "3 implement",
      "4 verify",
    ]);
    expect(first.skipped).toEqual([]);
    const again = begin(fault, runs);
    expect(again.runs[0]).toEqual({ position: 3, stage: "diagnose" });
    expect(again.skipped.sort()).toEqual([1, 2]);
  });
});
