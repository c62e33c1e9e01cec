/** The rows behind each number of the insight page: as many as the number says. */
import type { Deps } from "../deps.ts";
import { type Asked, listClocks } from "./attainment.repo.ts";
import { besideClocks } from "./derived.service.ts";
import { type Cut, listEpisodes, listFlow, openTickets, type Page } from "./insight.repo.ts";
import {
  type ClockMeasure,
  clockMeasures,
  type EpisodeMeasure,
  episodeMeasures,
  type FlowMeasure,
  flowMeasures,
  type MeasureId,
  type OpenMeasure,
  type SilenceMeasure,
  silenceMeasures,
  type TimeMeasure,
  timeMeasures,
} from "./measures.ts";
import { type Filter, periodOf } from "./period.ts";
import { listRhythm } from "./silence.repo.ts";
import { dueTimeOf, standingOf } from "./standing.ts";
import { listTimes } from "./times.repo.ts";

/** A contact that was meant, without anything that could say whose. */
export type EpisodeRow = {
  opened: Date;
  status: string;
  locale: string;
  /** Null: opened outside a category. */
  category: string | null;
  /** Number of the ticket it led to. */
  ticket: number | null;
};

export type TicketRow = {
  number: number;
  subject: string;
  priority: string;
  /** The clock in question: the one counted, or the next one due. */
  clock: string | null;
  due: Date | null;
  /** Of the clock (met, missed), or of the ticket (running, at_risk, breached, paused, idle, solved, closed). */
  state: string;
};

/** How long something took, or has been awaited. */
export type TimeRow = {
  number: number;
  subject: string;
  priority: string;
  clock: string;
  started: Date;
  /** Null while it is awaited. */
  stopped: Date | null;
  /** On the wall; null while it is awaited. */
  seconds: number | null;
  /** met, missed, or running while it may still come in time. */
  state: string;
};

export type Rows =
  | { kind: "episodes"; total: number; rows: EpisodeRow[] }
  | { kind: "tickets"; total: number; rows: TicketRow[] }
  | { kind: "times"; total: number; rows: TimeRow[] };

export async function rowsOf(
  deps: Deps,
  measure: MeasureId,
  filter: Filter,
  page: Page,
): Promise<Rows> {
  const { from, to, ...cut } = filter;
  const period = periodOf(filter);
  if (isEpisode(measure)) {
    const choice = episodeMeasures[measure];
    return { kind: "episodes", ...(await listEpisodes(deps.db, cut, period, choice, page)) };
  }
  if (isClock(measure)) return clockRows(deps, measure, filter, page);
  if (isTime(measure)) return timeRows(deps, measure, filter, page);
  if (isSilence(measure)) return silenceRows(deps, measure, filter, page);
  if (isFlow(measure)) {
    const { total, rows } = await listFlow(deps.db, measure, cut, period, page);
    return { kind: "tickets", total, rows: rows.map((row) => ticketRow(row, deps.now())) };
  }
  return openRows(deps, measure, cut, page);
}

async function askedOf(deps: Deps, { from, to, ...cut }: Filter): Promise<Asked> {
  const period = periodOf({ from, to });
  return { cut, period, now: deps.now(), beside: await besideClocks(deps, period) };
}

async function clockRows(
  deps: Deps,
  measure: ClockMeasure,
  filter: Filter,
  page: Page,
): Promise<Rows> {
  const choice = clockMeasures[measure];
  const { total, rows } = await listClocks(deps.db, await askedOf(deps, filter), choice, page);
  const told = rows.map(({ outcome, ...row }) => ({
    ...row,
    clock: choice.metric,
    state: outcome,
  }));
  return { kind: "tickets", total, rows: told };
}

async function timeRows(
  deps: Deps,
  measure: TimeMeasure,
  filter: Filter,
  page: Page,
): Promise<Rows> {
  const choice = timeMeasures[measure];
  const { total, rows } = await listTimes(deps.db, await askedOf(deps, filter), choice, page);
  const told = rows.map(({ outcome, ...row }) => ({
    ...row,
    clock: choice.metric,
    state: outcome ?? "running",
  }));
  return { kind: "times", total, rows: told };
}

async function silenceRows(
  deps: Deps,
  measure: SilenceMeasure,
  { from, to, ...cut }: Filter,
  page: Page,
): Promise<Rows> {
  const asked = { cut, period: periodOf({ from, to }), now: deps.now() };
  const { total, rows } = await listRhythm(deps.db, asked, measure, page);
  const told = rows.map(({ isSilent, ...row }) => ({
    ...row,
    clock: "cadence",
    state: isSilent ? "missed" : row.stopped ? "met" : "running",
  }));
  return { kind: "times", total, rows: told };
}

const isEpisode = (id: MeasureId): id is EpisodeMeasure => id in episodeMeasures;
const isClock = (id: MeasureId): id is ClockMeasure => id in clockMeasures;
const isTime = (id: MeasureId): id is TimeMeasure => id in timeMeasures;
const isSilence = (id: MeasureId): id is SilenceMeasure =>
  (silenceMeasures as readonly string[]).includes(id);
const isFlow = (id: MeasureId): id is FlowMeasure =>
  (flowMeasures as readonly string[]).includes(id);

type Stored = Awaited<ReturnType<typeof openTickets>>[number];

async function openRows(
  deps: Deps,
  measure: OpenMeasure,
  cut: Cut,
  { skip, take }: Page,
): Promise<Rows> {
  const now = deps.now();
  const chosen = (await openTickets(deps.db, cut)).filter(
    ({ clocks, nextDueAt }) =>
      measure === "open" ||
      standingOf(clocks, now) === measure ||
      dueTimeOf(nextDueAt, now) === measure,
  );
  const shown = chosen.slice(skip, take === null ? undefined : skip + take);
  return {
    kind: "tickets",
    total: chosen.length,
    rows: shown.map((row) => ticketRow(row, now)),
  };
}

function ticketRow(ticket: Stored, now: Date): TicketRow {
  const { number, subject, priority, status } = ticket;
  const isOver = status === "solved" || status === "closed";
  return {
    number,
    subject,
    priority,
    clock: ticket.nextDueMetric,
    due: ticket.nextDueAt,
    state: isOver ? status : standingOf(ticket.clocks, now),
  };
}
