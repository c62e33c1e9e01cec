import { useCallback, useEffect, useRef, useState } from "react";
import type { Locale } from "../../../content/schema.ts";
import { api } from "../../api.ts";
import { attempt, type Refusal } from "../trouble.ts";
import type { Ticket } from "./ticket.ts";

export type Loaded =
  | { kind: "loading" }
  /** `away`: what is shown may be old, because nobody answers now. */
  | { kind: "shown"; ticket: Ticket; away: boolean }
  | { kind: "refused"; refusal: Refusal }
  /** Nobody has answered yet. */
  | { kind: "away" };

const period = 30_000;
const soon = 5000;

/** The ticket behind a link, asked for again while the page is looked at. */
export function useTicket(locale: Locale, token: string) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading" });
  const turn = useRef(0);

  const look = useCallback(async () => {
    if (!token) return;
    const mine = ++turn.current;
    const outcome = await attempt(() => api(locale).tickets.status.query({ token }));
    if (mine !== turn.current) return;
    setLoaded((was) => {
      if (outcome.kind === "done") return { kind: "shown", ticket: outcome.value, away: false };
      if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
      return was.kind === "shown" ? { ...was, away: true } : { kind: "away" };
    });
  }, [locale, token]);

  const away = loaded.kind === "away" || (loaded.kind === "shown" && loaded.away);
  useEffect(() => {
    if (loaded.kind === "refused") return;
    const lookIfSeen = () => document.visibilityState === "visible" && look();
    const timer = setInterval(lookIfSeen, away ? soon : period);
    document.addEventListener("visibilitychange", lookIfSeen);
    addEventListener("online", lookIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", lookIfSeen);
      removeEventListener("online", lookIfSeen);
    };
  }, [look, away, loaded.kind]);
  useEffect(() => {
    look();
  }, [look]);

  return { loaded, look };
}
