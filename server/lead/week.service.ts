/** Five cases of the last week, to be talked over. */
import { reportDay, startOfReportDay } from "../deflection/reportday.ts";
import type { Deps } from "../deps.ts";
import { chooseExamples, type Reason } from "./examples.ts";
import { candidatesOf, casesOf } from "./week.repo.ts";

const dayMs = 86_400_000;

/** The last whole week, Monday to Sunday, by the desk's days: its first day and the Monday after it. */
export function lastWeek(now: Date): { first: Date; after: Date } {
  const today = reportDay(now);
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  const after = new Date(today.getTime() - sinceMonday * dayMs);
  return { first: new Date(after.getTime() - 7 * dayMs), after };
}

type Stored = Awaited<ReturnType<typeof casesOf>>[number];
type Stretch = { from: Date; to: Date | null };

export async function weekOf(deps: Deps) {
  const { first, after } = lastWeek(deps.now());
  const [start, end] = [startOfReportDay(first), startOfReportDay(after)];
  const candidates = await candidatesOf(deps.db, start, end);
  const chosen = chooseExamples(candidates, first.toISOString().slice(0, 10));
  const ids = chosen.map(({ id }) => id);
  const found = new Map((await casesOf(deps.db, ids, end)).map((row) => [row.id, row]));
  return {
    /** First and last instant of the week. */
    from: start,
    to: new Date(end.getTime() - 1),
    tickets: candidates.length,
    cases: chosen.map(({ id, reason }) => told(found.get(id)!, reason)),
  };
}

function told({ clocks, messages, assignee, triageVersion, ...ticket }: Stored, reason: Reason) {
  const { emotion, flags, ...named } = ticket;
  const missed = (metric: string) =>
    clocks.filter((clock) => clock.metric === metric && clock.breachedAt !== null);
  const seconds = (metric: string): number | null => {
    const clock = clocks.find((each) => each.metric === metric);
    return clock?.stoppedAt ? (clock.stoppedAt.getTime() - clock.startedAt.getTime()) / 1000 : null;
  };
  return {
    ...named,
    reason,
    owner: assignee?.name ?? null,
    /** Seconds on the wall from its coming; null = not yet. */
    took: {
      ack: seconds("ack"),
      first_reply: seconds("first_reply"),
      resolution: seconds("resolution"),
    },
    /** As triage found it when the ticket came; null = it was not triaged. */
    emotion: triageVersion === null ? null : { score: emotion, flags },
    /** Silences longer than the cadence, each from one word to the next. */
    silences: missed("cadence").map(
      ({ startedAt, stoppedAt }): Stretch => ({ from: startedAt, to: stoppedAt }),
    ),
    /** Promises that were broken: when they were due, and when the customer heard. */
    brokenPromises: missed("promise").map(
      ({ breachedAt, stoppedAt }): Stretch => ({ from: breachedAt!, to: stoppedAt }),
    ),
    notes: messages.map(({ user, ...note }) => ({ ...note, by: user?.name ?? null })),
  };
}
