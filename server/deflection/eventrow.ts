/** Rows of the visit log as the rules read them. */
import type { Arm, Traffic, VisitEvent } from "./events.ts";

/** The columns of the visit log that sessions are made of. */
export type EventRow = {
  eventId: string;
  ts: Date;
  etype: string;
  visitKey: bigint | null;
  subjectKey: bigint | null;
  episodeId: string | null;
  locale: string;
  category: string | null;
  articleId: number | null;
  queryId: bigint | null;
  n: number | null;
  arm: string | null;
  vote: number | null;
  ticketId: string | null;
  channel: string | null;
  traffic: Traffic;
};

/** Marks an earlier visit of somebody who sent a ticket; see `TicketNote`. */
export const isMark = ({ etype, n }: EventRow): boolean => etype === "ticket_created" && n !== null;

const afterwards = ["ticket_solved", "ticket_reopened", "survey_intent"];
export const isKnownToRules = ({ etype }: EventRow): boolean => !afterwards.includes(etype);

/** A ticket belongs to the visit whose form it was sent with, even if the network changed meanwhile. */
export function withFormsKey(rows: readonly EventRow[]): EventRow[] {
  const forms = new Map(
    rows.flatMap(({ etype, episodeId, visitKey }) =>
      etype === "form_open" && episodeId ? [[episodeId, visitKey] as const] : [],
    ),
  );
  return rows.map((row) =>
    row.etype === "ticket_created" && row.episodeId
      ? { ...row, visitKey: forms.get(row.episodeId) ?? row.visitKey }
      : row,
  );
}

export function eventOf(row: EventRow): VisitEvent {
  const type = row.etype as VisitEvent["type"];
  const counted = (...types: string[]) => (types.includes(type) ? (row.n ?? undefined) : undefined);
  return {
    id: row.eventId,
    at: row.ts.getTime(),
    type,
    visitor: row.visitKey?.toString() ?? null,
    subject: row.subjectKey?.toString() ?? null,
    traffic: row.traffic,
    locale: row.locale,
    category: row.category,
    article: row.articleId?.toString(),
    engagedMs: counted("article_leave"),
    query: row.queryId?.toString(),
    results: counted("search"),
    suggested: counted("suggest_ready"),
    arm: (row.arm ?? undefined) as Arm | undefined,
    vote: row.vote === null ? undefined : row.vote > 0 ? "yes" : "no",
    ticket: row.ticketId ?? undefined,
    channel: row.channel ?? undefined,
  };
}
