import { describe, expect, test } from "vitest";
import { logOf, type Mapping } from "../../bench/replay/mapping.ts";
import { mappings } from "../../bench/replay/mappings.ts";
import { emptyReplay, replayCase } from "../../bench/replay/replaying.ts";
import type { Row } from "../../bench/replay/rows.ts";

const rowsIn = (csv: string): Row[] => {
  const [header, ...lines] = csv.trim().split("\n");
  return lines.map((line) => {
    const fields = line.trim().split(",");
    return Object.fromEntries(header!.split(",").map((name, index) => [name, fields[index]!]));
  });
};
const mappingOf = (rows: Row[]): Mapping =>
  mappings.find(({ fits }) => fits(Object.keys(rows[0]!)))!;

/** The log of a case, short, and what was wrong with its rows. */
function read(csv: string) {
  const rows = rowsIn(csv);
  const dirt: string[] = [];
  const log = logOf(mappingOf(rows), rows, (what) => dirt.push(what));
  const short = log.map((event) => {
    const to = event.type === "status_changed" || event.type === "priority_changed" ? event.to : "";
    return `${new Date(event.at).toISOString().slice(11, 16)} ${event.type} ${to}`.trim();
  });
  return { log, dirt, short };
}

const incident = `case_id,activity,timestamp,resource,group,priority,channel,opened_at
I1,New,2026-11-16T02:10:00,,5,3,Phone,2026-11-16T02:00:00
I1,Active,2026-11-16T02:20:00,7,5,3,Phone,2026-11-16T02:00:00
I1,Active,2026-11-16T02:30:00,7,5,2,Phone,2026-11-16T02:00:00
I1,Awaiting User Info,2026-11-16T03:00:00,7,5,2,Phone,2026-11-16T02:00:00
I1,Active,2026-11-16T05:00:00,7,6,2,Phone,2026-11-16T02:00:00
I1,Resolved,2026-11-16T06:00:00,7,6,2,Phone,2026-11-16T02:00:00
I1,Active,2026-11-16T07:00:00,7,6,2,Phone,2026-11-16T02:00:00
I1,Resolved,2026-11-16T08:00:00,7,6,2,Phone,2026-11-16T02:00:00
I1,Closed,2026-11-17T08:00:00,7,6,2,Phone,2026-11-16T02:00:00`;

describe("other desks' logs, read as ours", () => {
  test("an incident with a question, a raise, a hand-over and a reopening", () => {
    const { short, dirt } = read(incident);
    expect(dirt).toEqual([]);
    expect(short).toEqual([
      "02:00 created",
      "02:10 note",
      "02:20 assigned",
      "02:20 acknowledged",
      "02:20 status_changed open",
      "02:30 priority_changed P1",
      "02:30 note",
      "03:00 public_reply",
      "03:00 status_changed waiting_customer",
      "05:00 assigned",
      "05:00 customer_message",
      "06:00 public_reply",
      "06:00 status_changed solved",
      "07:00 reopened",
      "08:00 public_reply",
      "08:00 status_changed solved",
      "08:00 status_changed closed",
    ]);
  });

  test("rows that are not as they should be are named, and the rest is used", () => {
    const { short, dirt } = read(`case_id,activity,timestamp,priority,channel,opened_at
I2,Active,2026-11-16T02:20:00,3,Phone,2026-11-16T03:00:00
I2,-100,2026-11-16T02:30:00,3,Phone,2026-11-16T03:00:00
I2,Closed,2026-11-16T06:00:00,3,Phone,2026-11-16T03:00:00
I2,Resolved,2026-11-16T05:00:00,3,Phone,2026-11-16T03:00:00
I2,Resolved,yesterday,3,Phone,2026-11-16T03:00:00`);
    expect(dirt).toEqual(["unknown state", "out of order", "bad date", "before creation"]);
    expect(short.filter((line) => line.includes("created") || line.includes("status"))).toEqual([
      "02:20 created",
      "02:20 status_changed open",
      "05:00 status_changed solved",
      "06:00 status_changed closed",
    ]);
  });

  test("a case that begins in the middle has no creation of its own", () => {
    const { dirt, short } = read(`case_id,activity,timestamp,resource,seriousness_2
C1,Take in charge ticket,2026-11-16T02:20:00,a,Value 2
C1,Closed,2026-11-16T03:20:00,a,Value 2`);
    expect([dirt, short[0]]).toEqual([["no creation"], "02:20 created"]);
  });
});

describe("through the clocks", () => {
  test("every clock settles, and parts add up", () => {
    const replayed = emptyReplay();
    replayCase("I1", read(incident).log, replayed);
    expect([...replayed.faults, ...replayed.unsettled]).toEqual([]);
    expect(replayed.attainment.get("resolution P1")).toEqual({ met: 1, missed: 0, cancelled: 0 });
    expect(replayed.attainment.get("ack P1")).toEqual({ met: 0, missed: 1, cancelled: 0 });
  });

  test("a case that is left waiting for the customer is told of, not hidden", () => {
    const replayed = emptyReplay();
    const csv = incident.split("\n").slice(0, 5).join("\n");
    replayCase("I1", read(csv).log, replayed);
    expect([...replayed.unsettled.keys()]).toContain("cadence paused, ticket waiting_customer");
  });
});
