/** Recomputes a period from the raw log and compares it with what dashboards read. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { eventsOf, keysBetween } from "./events.repo.ts";
import { defaultParams } from "./events.ts";
import { reportDay, startOfReportDay } from "./reportday.ts";
import { storedDays } from "./rollups.repo.ts";
import { countVisits } from "./rollups.service.ts";
import { holdSessions, sessionsDoneTo } from "./sessions.repo.ts";
import { sessionsOf } from "./sessions.ts";
import { cellOf, openTallies, type Tallies, type Tally } from "./tallies.ts";

/** A number that storage tells differently than the log. */
export type Difference = {
  table: keyof Tallies;
  /** Day, language and what else the number is cut by. */
  cell: string;
  field: string;
  stored: number;
  raw: number;
};

export type Verified = { cells: number; events: number; differences: Difference[] };

const dayMs = 86_400_000;
const chunk = 500;

/**
 * Brings the rollups up to date first, then holds the sessions still while it compares.
 * @param first,last days as `reportDay` gives them; nothing older than the raw log can be checked.
 */
export async function verifyMeasures(deps: Deps, first: Date, last: Date): Promise<Verified> {
  await countVisits(deps);
  return deps.db.$transaction(
    async (tx) => {
      // Sessions that begin meanwhile find the place taken and come again.
      await holdSessions(tx);
      const { tallies, events } = await recount(tx, first, last);
      const stored = await storedTallies(tx, first, last);
      const tables = ["funnel", "article", "search"] as const;
      const differences = tables.flatMap((table) =>
        compare(table, stored[table], within(tallies[table], first, last)),
      );
      const cells = tables.reduce((sum, table) => sum + stored[table].size, 0);
      return { cells, events, differences };
    },
    { timeout: 3_600_000 },
  );
}

const dateOf = (day: Date): string => day.toISOString().slice(0, 10);

/** Whole months, because a person's first attempt of a month may lie before the period. */
async function recount(tx: Tx, first: Date, last: Date) {
  const asOf = (await sessionsDoneTo(tx)).getTime();
  const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth()));
  const from = new Date(startOfReportDay(month).getTime() - dayMs);
  const to = startOfReportDay(new Date(last.getTime() + dayMs));
  const keys = await keysBetween(tx, from, to);
  const tallying = openTallies((at) => dateOf(reportDay(at)));
  let events = 0;
  for (let i = 0; i < keys.length; i += chunk) {
    const rows = await eventsOf(tx, keys.slice(i, i + chunk), from);
    events += rows.length;
    tallying.add(sessionsOf(rows, asOf, defaultParams));
  }
  return { tallies: tallying.close(), events };
}

const within = (tally: Tally, first: Date, last: Date): Tally =>
  new Map(
    [...tally].filter(
      ([cell]) => cell >= dateOf(first) && cell < dateOf(new Date(last.getTime() + dayMs)),
    ),
  );

async function storedTallies(tx: Tx, first: Date, last: Date): Promise<Tallies> {
  const { funnel, article, search } = await storedDays(tx, first, last);
  return {
    funnel: tallyOf(funnel, ({ locale, category, arm }) => [locale, category, arm]),
    article: tallyOf(article, ({ locale, articleId, category }) => [locale, articleId, category]),
    search: tallyOf(search, ({ locale, queryId }) => [locale, queryId]),
  };
}

const names = ["siteId", "articleId", "queryId"];

function tallyOf<T extends { day: Date }>(rows: readonly T[], cut: (row: T) => unknown[]): Tally {
  const counts = (row: T) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(
          ([name, value]) => ["number", "bigint"].includes(typeof value) && !names.includes(name),
        )
        .map(([name, value]) => [name, Number(value)]),
    );
  return new Map(rows.map((row) => [cellOf(dateOf(row.day), ...cut(row)), counts(row)]));
}

function compare(table: keyof Tallies, stored: Tally, raw: Tally): Difference[] {
  const cells = new Set([...stored.keys(), ...raw.keys()]);
  return [...cells].toSorted().flatMap((cell) => {
    const [was, is] = [stored.get(cell) ?? {}, raw.get(cell) ?? {}];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .map((field) => ({ table, cell, field, stored: was[field] ?? 0, raw: is[field] ?? 0 }))
      .filter(({ stored: a, raw: b }) => a !== b);
  });
}
