/** Changes as they happen: whatever shows what changed is read again. */
import { useThrottledCallback } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { trpc } from "../api.ts";

/** A connection that comes back within this time was never worth a word. */
const patienceMs = 2500;
const overviewMs = 5000;
const incidentMs = 1000;

/**
 * Listens while the tab is looked at. A browser opens six connections to a server at most, for all
 * its tabs together: those nobody sees leave theirs to the others, and read again when they are back.
 * @returns whether what is shown may be out of date, because the server can't be heard.
 */
export function useLiveDesk(): { isLost: boolean } {
  const queries = useQueryClient();
  const wasLost = useRef(false);
  const again = { ticket: trpc.tickets.pathKey(), notice: trpc.notices.pathKey() };
  // An overview costs more than a ticket, and nobody reads it faster than this.
  const readOverview = useThrottledCallback(
    () => void queries.invalidateQueries({ queryKey: trpc.lead.pathKey() }),
    overviewMs,
  );
  // Hundreds of tickets are told one after another; nobody counts along.
  const readIncidents = useThrottledCallback(
    () => void queries.invalidateQueries({ queryKey: trpc.incidents.pathKey() }),
    incidentMs,
  );
  const read = (what: keyof typeof again | "incident") => {
    if (what !== "notice") readIncidents();
    if (what === "incident") return;
    void queries.invalidateQueries({ queryKey: again[what] });
    if (what === "ticket") {
      readOverview();
      void queries.invalidateQueries({ queryKey: trpc.teamwork.pathKey() });
      void queries.invalidateQueries({ queryKey: trpc.escalation.pathKey() });
    }
  };
  const { status } = useSubscription(
    trpc.notices.changes.subscriptionOptions(undefined, {
      enabled: useSyncExternalStore(onSight, isSeen),
      onData: read,
    }),
  );
  const isAway = status === "connecting" || status === "error";
  const isLost = useLasting(isAway, patienceMs);
  useEffect(() => {
    if (isAway) wasLost.current = true;
    else if (wasLost.current) {
      wasLost.current = false;
      read("ticket");
      read("notice");
    }
  });
  return { isLost };
}

const isSeen = (): boolean => document.visibilityState === "visible";

function onSight(told: () => void): () => void {
  document.addEventListener("visibilitychange", told);
  return () => document.removeEventListener("visibilitychange", told);
}

/** True once `value` has been true for so long. */
function useLasting(value: boolean, ms: number): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!value) return setLasted(false);
    const timer = setTimeout(() => setLasted(true), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return lasted;
}
