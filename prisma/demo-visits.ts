/**
 * A month of visits to the demo company's help center, as the visit log would hold it: people who
 * read and went, people who opened the form, and what became of it. Nothing is drawn into a chart
 * directly; the rows go through the same rules as those of real readers.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Locale } from "../content/schema.ts";
import type { Tx } from "../server/db.ts";
import { reportDay, startOfReportDay } from "../server/deflection/reportday.ts";
import { rollUp } from "../server/deflection/rollups.service.ts";
import { sessionise } from "../server/deflection/sessionise.service.ts";
import type { Deps } from "../server/deps.ts";
import { readCatalog } from "../src/catalog.ts";
import { chance, type Dice, diceOf } from "./demo/dice.ts";
import {
  browse,
  contactVisit,
  type Ending,
  type Row,
  type Shelf,
  type Teller,
  tellerOf,
} from "./demo/visits.ts";

/** A ticket that a visit led to. */
export type Contact = { ticketId: string; at: Date; locale: Locale; category: string };

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Visits on a weekday, before chance. */
const busy = 24;
/** Of 24 hours in China, how many visits begin in each, relatively. */
const hours = [1, 1, 0, 0, 0, 0, 1, 3, 6, 9, 11, 10, 8, 8, 9, 9, 9, 8, 8, 10, 12, 11, 7, 3];

/**
 * Doing it again adds nothing, nor does it where there have been readers for longer than a day.
 * @param tickets each gets the visit it was sent from, or one it came late to. Without any, some
 * visits end with tickets that nobody can look up.
 * @returns how many events were new.
 */
export async function seedVisits(
  deps: Deps,
  { days = 30, seed = 1, tickets = [] }: { days?: number; seed?: number; tickets?: Contact[] } = {},
): Promise<number> {
  const dice = diceOf(seed);
  const shelf = shelfOf(deps);
  const now = deps.now();
  const since = new Date(now.getTime() - days * dayMs);
  const dayAgo = new Date(now.getTime() - dayMs);
  const rows = [
    ...readers(dice, shelf, since, now, tickets.length === 0),
    ...tickets
      .filter(({ at }) => at > since && at <= now)
      .flatMap((ticket) => fromTicket(dice, shelf, ticket)),
  ];
  const added = await deps.db.$transaction(
    async (tx) => {
      // Readers of a month ago: the history has been written before.
      if (
        (await tx.visitEvent.count({ where: { ts: { lt: dayAgo }, visitKey: { not: null } } })) > 0
      )
        return 0;
      await joinTickets(tx, rows);
      await store(tx, rows);
      return rows.length;
    },
    { timeout: 120_000 },
  );
  if (added > 0) await settle(deps);
  return added;
}

function shelfOf(deps: Deps): Shelf {
  const { entries } = readCatalog(deps.contentDir);
  return entries.map(({ id, locale, category }) => ({
    article: Number(id.slice(3)),
    locale,
    category,
  }));
}

function readers(dice: Dice, shelf: Shelf, since: Date, now: Date, alone: boolean): Row[] {
  const rows: Row[] = [];
  for (let day = since.getTime(); day <= now.getTime(); day += dayMs) {
    const start = startOfReportDay(reportDay(new Date(day)));
    const isWeekend = [0, 6].includes(reportDay(start).getUTCDay());
    const visits = Math.round(busy * (isWeekend ? 0.6 : 1) * (0.7 + 0.6 * dice.next()));
    for (let i = 0; i < visits; i += 1) {
      const at = start.getTime() + (dice.weighted(hours) + dice.next()) * hourMs;
      const visit = reader(dice, shelf, new Date(at), alone);
      // A visit is over before the history ends, so that no chart ends in the middle of one.
      if (visit.every(({ ts }) => ts >= since && ts < now)) rows.push(...visit);
    }
  }
  return rows;
}

/** One in six means to contact us; of these some are helped by reading, and some give up. */
function reader(dice: Dice, shelf: Shelf, at: Date, alone: boolean): Row[] {
  const locale: Locale = chance(dice, 0.6) ? "zh" : "en";
  const teller = tellerOf(dice, shelf, locale, at);
  if (!chance(dice, alone ? 0.25 : 0.18)) return browse(teller);
  const endings: Ending[] = ["confirmed", "assumed", "abandoned", "submitted"];
  return contactVisit(teller, endings[dice.weighted([30, 42, 28, alone ? 45 : 0])]!);
}

/** Nine tickets in ten were sent from the visit; before the tenth somebody had seemed to be helped. */
function fromTicket(dice: Dice, shelf: Shelf, ticket: Contact): Row[] {
  const late = chance(dice, 0.12);
  const before = late ? (2 + 60 * dice.next()) * hourMs : 0;
  const teller = tellerOf(dice, shelf, ticket.locale, ticket.at, ticket.category || undefined);
  const rows = contactVisit(
    teller,
    late ? dice.of<Ending>(["confirmed", "assumed", "abandoned"]) : "submitted",
  );
  const last = rows.at(-1)!.ts.getTime();
  const shifted = rows.map((row) => ({
    ...row,
    ts: new Date(row.ts.getTime() + ticket.at.getTime() - before - last),
    ...(row.etype === "ticket_created" && { ticketId: ticket.ticketId }),
  }));
  return late ? [...shifted, mark(teller, shifted[0]!, ticket)] : shifted;
}

/** What a ticket leaves at an earlier visit of its sender. */
const mark = (teller: Teller, visit: Row, ticket: Contact): Row => ({
  ...teller.row("ticket_created"),
  ts: ticket.at,
  ticketId: ticket.ticketId,
  category: ticket.category || null,
  channel: "web",
  n: Math.floor(ticket.at.getTime() / dayMs) - Math.floor(visit.ts.getTime() / dayMs),
});

async function store(tx: Tx, rows: readonly Row[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 500)
    await tx.visitEvent.createMany({ data: rows.slice(i, i + 500) });
}

/** Tickets of the demo were noted without a browser when they were made; now they have one. */
async function joinTickets(tx: Tx, rows: readonly Row[]): Promise<void> {
  const sent = rows.filter(({ ticketId, n }) => ticketId && n === null);
  const ids = sent.map(({ ticketId }) => ticketId!);
  await tx.visitEvent.deleteMany({
    where: { etype: "ticket_created", ticketId: { in: ids }, visitKey: null },
  });
  for (const { ticketId, episodeId } of sent)
    await tx.ticket.updateMany({ where: { id: ticketId! }, data: { episodeId } });
}

/** From the beginning, because the past has changed; another worker may be in the middle of it. */
async function settle(deps: Deps): Promise<void> {
  for (let i = 0; i < 50; i += 1) {
    await deps.db.watermark.deleteMany();
    if ((await sessionise(deps)) > 0) return void (await rollUp(deps));
    await sleep(200);
  }
}
