/**
 * How three real event logs are read as ours. All of them are taken for faults on the default policy,
 * with their wall clocks taken for UTC; none of them tells promises, so there are no promise clocks.
 *
 * | here | ServiceNow incidents | Italian help desk | Problems (BPI 2013) |
 * |---|---|---|---|
 * | created | opened_at | first row | first row |
 * | new | New | Insert ticket, Assign seriousness | Queued |
 * | open, acknowledged | Active | Take in charge ticket | Accepted / In Progress, Assigned |
 * | waiting_customer, after a question | Awaiting User Info | Wait | Accepted / Wait |
 * | waiting_third_party | Awaiting Vendor, Problem, Evidence | Require upgrade, Create SW anomaly, Schedule intervention | none |
 * | solved, with the full answer | Resolved | Resolve ticket, RESOLVED, VERIFIED | none |
 * | closed | Closed | Closed, INVALID, DUPLICATE | Completed |
 * | open again | any other state after Resolved or Closed | the same | the same |
 * | note | the same state again | the same | the same |
 * | P0 … P3 | priority 1 … 4 | seriousness_2 Value 1 … 4 | impact Major, High, Medium, Low |
 * | assigned | resource or group changes | resource changes | org:resource changes |
 */
import type { Priority, Status } from "../../server/sla/log.ts";
import { type Mapping, type Meaning, timeIn } from "./mapping.ts";

const states = (table: Partial<Record<Status, readonly string[]>>): Map<string, Meaning> =>
  new Map(
    Object.entries(table).flatMap(([to, names]) =>
      names.map((name) => [name, { to: to as Status, taken: to !== "new", note: true }] as const),
    ),
  );

const grade = (order: readonly string[], value: string): Priority =>
  (["P0", "P1", "P2", "P3"] as const)[order.indexOf(value)] ?? "P3";

const incidentStates = states({
  new: ["New"],
  open: ["Active"],
  waiting_customer: ["Awaiting User Info"],
  waiting_third_party: ["Awaiting Vendor", "Awaiting Problem", "Awaiting Evidence"],
  solved: ["Resolved"],
  closed: ["Closed"],
});

const incidents: Mapping = {
  name: "ServiceNow incidents",
  fits: (columns) => columns.includes("opened_at") && columns.includes("activity"),
  caseOf: (row) => row.case_id!,
  timeOf: (row) => timeIn(row.timestamp!),
  createdAt: (row) => (row.opened_at ? timeIn(row.opened_at) : null),
  priorityOf: (row) => grade(["1", "2", "3", "4"], row.priority!),
  meaningOf: (row) => incidentStates.get(row.activity!) ?? null,
  holderOf: (row) => ({ agentId: row.resource || null, teamId: row.group || null }),
  channelOf: (row) => row.channel!.toLowerCase(),
};

const helpdeskStates = states({
  new: ["Insert ticket", "Assign seriousness"],
  open: ["Take in charge ticket", "Resolve SW anomaly"],
  waiting_customer: ["Wait"],
  waiting_third_party: ["Require upgrade", "Create SW anomaly", "Schedule intervention"],
  solved: ["Resolve ticket", "RESOLVED", "VERIFIED"],
  closed: ["Closed", "INVALID", "DUPLICATE"],
});

const helpdesk: Mapping = {
  name: "Italian help desk",
  fits: (columns) => columns.includes("seriousness_2"),
  caseOf: (row) => row.case_id!,
  timeOf: (row) => timeIn(row.timestamp!),
  createdAt: (row) =>
    helpdeskStates.get(row.activity!)?.to === "new" ? timeIn(row.timestamp!) : null,
  priorityOf: (row) => grade(["Value 1", "Value 2", "Value 3", "Value 4"], row.seriousness_2!),
  meaningOf: (row) => helpdeskStates.get(row.activity!) ?? null,
  holderOf: (row) => ({ agentId: row.resource || null, teamId: null }),
};

const problemStates = states({
  new: ["Queued/Awaiting Assignment"],
  open: ["Accepted/In Progress", "Accepted/Assigned"],
  waiting_customer: ["Accepted/Wait"],
  closed: ["Completed/Closed", "Completed/Cancelled"],
});

const problems: Mapping = {
  name: "Problems",
  fits: (columns) => columns.includes("lifecycle:transition"),
  caseOf: (row) => row["case:concept:name"]!,
  timeOf: (row) => timeIn(row["time:timestamp"]!),
  createdAt: (row) => timeIn(row["time:timestamp"]!),
  priorityOf: (row) => grade(["Major", "High", "Medium", "Low"], row.impact!),
  meaningOf: (row) =>
    problemStates.get(`${row["concept:name"]}/${row["lifecycle:transition"]}`) ?? null,
  holderOf: (row) => ({ agentId: row["org:resource"] || null, teamId: row["org:group"] || null }),
};

export const mappings: readonly Mapping[] = [incidents, helpdesk, problems];
