import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultLadder, type Ladder } from "#server/escalation/ladder.ts";
import { openSettings } from "#server/settings/reader.service.ts";
import { type TestApp, testApp, wednesday } from "../app.ts";
import { hireStaff } from "../cast.ts";

let app: TestApp;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  app = await testApp();
  staff = await hireStaff(app);
});
afterAll(() => app.stop());

const kind = "ladder" as const;
const tom = () => app.as(staff.tom).settings;
const ladder = (change: (ladder: Ladder) => void): Ladder => {
  const copy = structuredClone(defaultLadder);
  change(copy);
  return copy;
};
const patient = ladder(({ triggers }) => {
  triggers.nudged.enabled = false;
});

describe("settings are versions", () => {
  test("the first version is what the product comes with, and is stored", async () => {
    expect(await tom().current({ kind })).toEqual({ version: 1, document: defaultLadder });
    expect(await tom().versions({ kind })).toEqual([
      { kind, version: 1, note: "", by: null, at: wednesday },
    ]);
  });

  test("a lead saves the next one, which says who, when and why; the earlier stays as it was", async () => {
    app.clock.advance({ minutes: 5 });
    const saved = await tom().save({
      kind,
      data: patient,
      note: "Nudges are read anyway",
      base: 1,
    });
    expect(saved).toEqual({ version: 2 });
    expect((await app.deps.settings.current(kind)).document.triggers.nudged.enabled).toBe(false);
    expect((await tom().versions({ kind }))[0]).toMatchObject({
      version: 2,
      note: "Nudges are read anyway",
      by: "Tom Okafor",
    });
    expect(await tom().version({ kind, version: 1 })).toEqual(defaultLadder);
    const [entry] = await app.deps.db.auditEntry.findMany({ where: { action: "settings_saved" } });
    expect(entry).toMatchObject({ userId: staff.tom.id, subject: "ladder", data: { version: 2 } });
  });

  test("what somebody else saved in between is not overwritten", async () => {
    const late = tom().save({ kind, data: patient, note: "", base: 1 });
    await expect(late).rejects.toMatchObject({ cause: { code: "setting_changed" } });
  });

  test("of two who save at once one is first", async () => {
    const both = await Promise.allSettled(
      ["one", "two"].map((note) => tom().save({ kind, data: patient, note, base: 2 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await tom().current({ kind })).toMatchObject({ version: 3 });
  });

  test("a ladder with a loop is refused, and the check says where", async () => {
    const loop = ladder(({ levels }) => {
      levels[2]!.next = "agent";
    });
    const save = tom().save({ kind, data: loop, note: "", base: 3 });
    await expect(save).rejects.toMatchObject({ cause: { code: "setting_refused" } });
    expect((await tom().check({ kind, data: loop }))[0]).toEqual({
      code: "ladder_loop",
      path: ["levels", 0, "next"],
      values: { id: "agent" },
    });
    expect((await tom().check({ kind, data: { levels: [] } }))[0]).toMatchObject({ code: "shape" });
  });

  test("an earlier version comes back as a new one", async () => {
    expect(await tom().restore({ kind, version: 1, note: "Back", base: 3 })).toEqual({
      version: 4,
    });
    expect((await tom().current({ kind })).document).toEqual(defaultLadder);
    const gone = tom().restore({ kind, version: 99, note: "", base: 4 });
    await expect(gone).rejects.toMatchObject({ cause: { code: "not_found" } });
  });

  test("F038 a version goes out as a file and comes back the same", async () => {
    const text = await tom().asFile({ kind, version: 2 });
    expect(await tom().readFile({ kind, text })).toEqual({ document: patient, problems: [] });
  });

  test.each([
    ["not YAML", "levels: [", "not_yaml"],
    ["another kind's file", "answerable: oncall\nversion: 1\ndocument: {}\n", "other_kind"],
    ["something else", "- 1\n- 2\n", "shape"],
  ])("a file that is %s says so", async (_, text, code) => {
    const read = await tom().readFile({ kind, text });
    expect(read.document).toBeNull();
    expect(read.problems[0]).toMatchObject({ code });
  });

  test("agents read what is in force and change nothing", async () => {
    const mia = app.as(staff.mia).settings;
    expect(await mia.current({ kind })).toMatchObject({ version: 4 });
    const save = mia.save({ kind, data: patient, note: "", base: 4 });
    await expect(save).rejects.toMatchObject({ cause: { code: "not_allowed" } });
  });

  test("a version is one object in a process, and the same in another", async () => {
    const { settings, db } = app.deps;
    expect(await settings.version(kind, 2)).toBe(await settings.version(kind, 2));
    const elsewhere = openSettings(db, app.deps.now);
    expect(await elsewhere.current(kind)).toEqual(await settings.current(kind));
    await expect(settings.version(kind, 99)).rejects.toThrow("no version 99");
  });

  test("nothing stored can be changed", async () => {
    const change = app.deps.db.$executeRaw`UPDATE setting_versions SET note = 'other'`;
    await expect(change).rejects.toThrow("append-only");
  });

  test("a document names only people who work here", async () => {
    const data = {
      rotations: [
        {
          id: "night",
          tz: "Asia/Shanghai",
          from: "2026-11-02",
          handoverAt: "09:00",
          days: 7,
          people: ["nobody"],
        },
      ],
    };
    expect(await tom().check({ kind: "oncall", data })).toMatchObject([
      { code: "oncall_unknown_person", values: { person: "nobody" } },
    ]);
    data.rotations[0]!.people = [staff.mia.id];
    expect(await tom().check({ kind: "oncall", data })).toEqual([]);
  });
});
