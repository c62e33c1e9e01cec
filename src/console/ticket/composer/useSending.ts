/** Sending with a way back: what waits, why it was refused, and what others did meanwhile. */
import { useState, useSyncExternalStore } from "react";
import { queryClient, type Ticket, type TicketEvent, trpc } from "../../api.ts";
import { type Outgoing, post } from "../../outbox/outbox.ts";
import { type Refusal, refusalOf } from "../../refusal.ts";
import { useMe } from "../../session/session.ts";
import { markOf, othersSince, refreshTickets, type Seen, seenSince } from "../seen.ts";
import { dropDraft } from "./drafts.ts";

type Failure = { refusal: Refusal; mark: bigint };

const failures = new Map<string, Failure>();
const listeners = new Set<() => void>();

function setFailure(slot: string, failure: Failure | null): void {
  if (failure) failures.set(slot, failure);
  else failures.delete(slot);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export type Sending = {
  isBusy: boolean;
  refusal: Refusal | null;
  /** What others did between pressing send and now; empty unless that is why it was refused. */
  news: TicketEvent[];
  /** Goes out in five seconds, or at once without `kind`. */
  send: (kind: Outgoing["kind"] | null, call: (seen: Seen) => Promise<unknown>) => void;
};

/** @param slot the draft that is sent and, once it has arrived, dropped. */
export function useSending(ticket: Ticket, slot: string): Sending {
  const me = useMe();
  const [isBusy, setBusy] = useState(false);
  const failure = useSyncExternalStore(subscribe, () => failures.get(slot) ?? null);
  const isConflict = failure?.refusal.code === "ticket_changed";
  const send: Sending["send"] = (kind, call) => {
    setFailure(slot, null);
    const mark = markOf(ticket);
    const fail = (refusal: Refusal) => {
      setFailure(slot, { refusal, mark });
      void refreshTickets();
    };
    const deliver = async () => {
      await afterOwnChanges(ticket.number, () => call(seenSince(ticket, me)));
      dropDraft(slot);
      await refreshTickets();
    };
    if (kind) return post({ slot, number: ticket.number, kind, send: deliver, fail });
    setBusy(true);
    void atOnce(deliver, fail).finally(() => setBusy(false));
  };
  return {
    isBusy,
    refusal: failure?.refusal ?? null,
    news: isConflict ? othersSince(ticket, failure.mark, me) : [],
    send,
  };
}

/** One's own change that was still on its way is no conflict: once it is known, the call goes out again. */
async function afterOwnChanges(number: number, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (refusalOf(error).code !== "ticket_changed") throw error;
    await queryClient.fetchQuery({ ...trpc.tickets.get.queryOptions({ number }), staleTime: 0 });
    await call();
  }
}

async function atOnce(deliver: () => Promise<void>, fail: (refusal: Refusal) => void) {
  try {
    await deliver();
  } catch (error) {
    fail(refusalOf(error));
  }
}
