/** One real case after another through the clocks: what came out, and whether it holds together. */
import { arithmeticOf } from "../../server/sla/arithmetic.ts";
import { type Clock, isPending } from "../../server/sla/clock.ts";
import { clocksOf } from "../../server/sla/clocks.ts";
import { defaultBook } from "../../server/sla/defaults.ts";
import { DAY, type Instant, SECOND } from "../../server/sla/instant.ts";
import type { LogEvent } from "../../server/sla/log.ts";
import { readStory } from "../../server/sla/reading.ts";
import { addUp, partsOf, stretchesOf } from "./balance.ts";

/** Counts and a few examples of each. */
export type Findings = Map<string, { count: number; examples: string[] }>;

export function note(findings: Findings, what: string, example: string): void {
  const found = findings.get(what) ?? { count: 0, examples: [] };
  found.count++;
  if (found.examples.length < 3) found.examples.push(example);
  findings.set(what, found);
}

/** Met and missed clocks by metric and priority at the end: `first_reply P2`. */
export type Attainment = Map<string, { met: number; missed: number; cancelled: number }>;

export interface Replayed {
  clocks: number;
  attainment: Attainment;
  /** Clocks that still count when all is over, by metric and state of the ticket. */
  unsettled: Findings;
  /** What does not add up, and what threw. Empty when all is well. */
  faults: Findings;
}

export const emptyReplay = (): Replayed => ({
  clocks: 0,
  attainment: new Map(),
  unsettled: new Map(),
  faults: new Map(),
});

/** Long after the last event: whatever can be missed has been. */
const AFTERWARDS = 365 * DAY;

/** Runs a case through the engine and adds what came of it. */
export function replayCase(id: string, log: readonly LogEvent[], into: Replayed): void {
  try {
    const end = log.at(-1)!.at + AFTERWARDS;
    const clocks = clocksOf(log, defaultBook, end);
    into.clocks += clocks.length;
    for (const clock of clocks) count(id, log, clock, end, into);
    balance(id, log, clocks, end, into.faults);
  } catch (error) {
    note(into.faults, `crashed: ${(error as Error).message}`, id);
  }
}

function count(
  id: string,
  log: readonly LogEvent[],
  clock: Clock,
  end: Instant,
  { attainment, unsettled }: Replayed,
): void {
  const { status, grade } = readStory(log, end)!.moments.at(-1)!;
  if (isPending(clock) && clock.breachedAt === null)
    note(unsettled, `${clock.metric} ${clock.state}, ticket ${status}`, id);
  const key = `${clock.metric} ${grade.slice(0, 2)}`;
  const counts = attainment.get(key) ?? { met: 0, missed: 0, cancelled: 0 };
  if (clock.breachedAt !== null) counts.missed++;
  else if (clock.state === "met") counts.met++;
  else if (clock.state === "cancelled") counts.cancelled++;
  attainment.set(key, counts);
}

function balance(
  id: string,
  log: readonly LogEvent[],
  clocks: readonly Clock[],
  end: Instant,
  faults: Findings,
): void {
  const stretches = stretchesOf(log, end);
  const whole = { stretches, story: readStory(log, end)!, book: defaultBook };
  const life = stretches.reduce((all, { from, to }) => all + to - from, 0);
  if (life !== end - log[0]!.at) note(faults, "states don't add up to the ticket's life", id);
  for (const clock of clocks) {
    const to = clock.stoppedAt ?? end;
    const parts = partsOf(clock, whole, to);
    if (parts && !addUp(parts, (to - clock.startedAt) / SECOND))
      note(faults, "counted, paused and closed don't add up", `${id} ${clock.metric}`);
    const told = arithmeticOf(log, defaultBook, end, clock.metric, clock.instance);
    const shown = told?.windows.reduce((all, { seconds }) => all + seconds, 0);
    if (!told || shown! + (told.more?.seconds ?? 0) + told.leftSeconds !== told.seconds)
      note(faults, "the windows shown don't add up to the target", `${id} ${clock.metric}`);
    if (told && told.dueAt !== clock.dueAt)
      note(faults, "the arithmetic shown is of another due time", `${id} ${clock.metric}`);
  }
}
