/** What the mappings of foreign logs onto ours share. */
import type { LogEvent, Priority, Status } from "../../server/sla/log.ts";
import type { Row } from "./rows.ts";

/** A row that is not as it should be, and what was done with it. */
export type Dirt =
  | "bad date"
  | "unknown state"
  | "out of order"
  | "before creation"
  | "no creation";

/** One case of a foreign log, row by row, becomes one log of ours. */
export interface Mapping {
  name: string;
  /** Whether a file with these columns is of this kind. */
  fits(columns: readonly string[]): boolean;
  caseOf(row: Row): string;
  /** Epoch ms as read on the file's own wall clock, taken for UTC; NaN when it can't be read. */
  timeOf(row: Row): number;
  /** What the row says of the creation of its case; null where the file doesn't tell. */
  createdAt(row: Row): number | null;
  priorityOf(row: Row): Priority;
  /** What the row's activity means. Null: it is not known. */
  meaningOf(row: Row): Meaning | null;
  /** Who has it; a change is a hand-over. */
  holderOf(row: Row): { agentId: string | null; teamId: string | null };
  channelOf?(row: Row): string;
}

/** `to` is the state the case is in from here. The rest is what happened on the way. */
export type Meaning = { to: Status | null; taken?: boolean; note?: boolean };

export const timeIn = (text: string): number =>
  Date.parse(/[Z+]|-\d\d:\d\d$/.test(text.slice(10)) ? text.replace(" ", "T") : `${text}Z`);

type Read = { at: number; row: Row; meaning: Meaning };
type Report = (dirt: Dirt, row: Row) => void;

/** Rows of one case as they can be used, in the order of their times. */
function readable(mapping: Mapping, rows: readonly Row[], report: Report): Read[] {
  const read: Read[] = [];
  for (const row of rows) {
    const at = mapping.timeOf(row);
    const meaning = mapping.meaningOf(row);
    if (Number.isNaN(at)) report("bad date", row);
    else if (meaning === null) report("unknown state", row);
    else {
      if (read.length > 0 && at < read.at(-1)!.at) report("out of order", row);
      read.push({ at, row, meaning });
    }
  }
  return read.sort((a, b) => a.at - b.at);
}

/** The log of one case; empty when none of its rows could be used. */
export function logOf(mapping: Mapping, rows: readonly Row[], report: Report): LogEvent[] {
  const read = readable(mapping, rows, report);
  const first = read[0];
  if (!first) return [];
  const told = mapping.createdAt(first.row);
  if (told === null) report("no creation", first.row);
  if (told !== null && told > first.at) report("before creation", first.row);
  const at = Math.min(told ?? first.at, first.at);
  let state = stateAt(mapping, first.row);
  const { priority } = state;
  const channel = mapping.channelOf?.(first.row);
  const log: LogEvent[] = [
    { at, type: "created", priority, kind: "fault", ...(channel && { channel }) },
  ];
  for (const { at, row, meaning } of read) {
    const next = { ...stateAt(mapping, row), status: meaning.to ?? state.status };
    log.push(...between(state, next, meaning, at));
    state = next;
  }
  return log;
}

type State = { status: Status; priority: Priority; holder: ReturnType<Mapping["holderOf"]> };

const stateAt = (mapping: Mapping, row: Row): State => ({
  status: "new",
  priority: mapping.priorityOf(row),
  holder: mapping.holderOf(row),
});

/** What has to have happened for a case to come from one state into the next. */
function between(from: State, to: State, { taken, note }: Meaning, at: number): LogEvent[] {
  const events: LogEvent[] = [];
  if (JSON.stringify(from.holder) !== JSON.stringify(to.holder))
    events.push({ at, type: "assigned", ...to.holder });
  if (from.priority !== to.priority)
    events.push({ at, type: "priority_changed", from: from.priority, to: to.priority });
  if (taken && from.status === "new") events.push({ at, type: "acknowledged" });
  if (from.status !== to.status) events.push(...moved(from.status, to.status, at));
  else if (note) events.push({ at, type: "note" });
  return events;
}

const isDone = (status: Status) => status === "solved" || status === "closed";

function moved(from: Status, to: Status, at: number): LogEvent[] {
  const changed: LogEvent = { at, type: "status_changed", from, to };
  if (isDone(from) && !isDone(to))
    return to === "open" ? [{ at, type: "reopened" }] : [{ at, type: "reopened" }, changed];
  if (to === "waiting_customer") return [{ at, type: "public_reply", by: "agent" }, changed];
  if (to === "solved")
    return [{ at, type: "public_reply", by: "agent", substantive: true, full: true }, changed];
  if (from === "waiting_customer" && to === "open") return [{ at, type: "customer_message" }];
  return [changed];
}
