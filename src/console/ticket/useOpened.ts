import { useEffect } from "react";
import { client, type Ticket } from "../api.ts";

/** Whoever has a new ticket on the screen has opened it; the log says so once. */
export function useOpened({ id, status, events }: Ticket): void {
  const isUnopened = status === "new" && !events.some(({ type }) => type === "read_receipt");
  useEffect(() => {
    if (!isUnopened) return;
    // A ticket that is only passed on the way through the list isn't opened yet.
    const timer = setTimeout(() => {
      client.tickets.opened.mutate({ ticketId: id }).catch(() => {
        // The next look at it says it again.
      });
    }, 1500);
    return () => clearTimeout(timer);
  }, [id, isUnopened]);
}
