/** What this person has seen of a ticket; what others did since decides whether a change may go through. */
import { type Me, queryClient, type Ticket, type TicketEvent, trpc } from "../api.ts";

export type Seen = { ticketId: string; version: number };
export const seenOf = ({ id, version }: Ticket): Seen => ({ ticketId: id, version });

const lastEvent = (ticket: Ticket): bigint => ticket.events.at(-1)?.id ?? 0n;

const isMine = (event: TicketEvent, me: Me): boolean =>
  event.actorKind === "agent" && event.actorId === me.id;

/** What customers and colleagues did after the given event. */
export const othersSince = (ticket: Ticket, event: bigint, me: Me): TicketEvent[] =>
  ticket.events.filter((candidate) => candidate.id > event && !isMine(candidate, me));

/** A mark to compare with later. */
export const markOf = lastEvent;

/**
 * The version to send with something that was written while `shown` was on the screen. One's own
 * changes meanwhile are no conflict; anybody else's are.
 */
export function seenSince(shown: Ticket, me: Me): Seen {
  const latest = queryClient.getQueryData(trpc.tickets.get.queryKey({ number: shown.number }));
  if (!latest || othersSince(latest, lastEvent(shown), me).length > 0) return seenOf(shown);
  return seenOf(latest);
}

/** Reads the ticket and the lists it stands in again. */
export const refreshTickets = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: trpc.tickets.pathKey() });
