import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { calendarShape } from "#server/sla/calendar.ts";
import { defaultCalendars } from "#server/sla/defaults.ts";
import sla from "../vector-suites/sla.ts";
import { runFolder } from "../vector-suites/suite.ts";

const folder = join(import.meta.dirname, "../vectors");

test("every SLA vector agrees", async () => {
  const report = await runFolder(folder, [sla]);
  expect(report.failures).toEqual([]);
  expect(report.passed).toHaveLength(81);
  expect(report.notYet.filter((line) => line.startsWith("sla-"))).toEqual([]);
});

test("the default working hours know the holidays and make-up days of the vectors", async () => {
  const file = JSON.parse(await readFile(join(folder, "sla-vectors.json"), "utf8"));
  expect(defaultCalendars.working).toEqual(calendarShape.parse(file.calendars.cn));
});
