import { useEffect, useRef } from "react";
import type { Locale } from "../../../content/schema.ts";
import { api } from "../../api.ts";
import { isUnwanted } from "../privacy.ts";
import { attempt } from "../trouble.ts";
import type { Ticket } from "./ticket.ts";

/** Tells the desk once that its last answer has been on this screen, unless the browser objects. */
export function useReceipt(locale: Locale, token: string, ticket: Ticket): void {
  const told = useRef("");
  const last = ticket.messages.findLast(({ kind }) => kind === "public")?.id ?? "";
  useEffect(() => {
    if (!ticket.receipts || last === "" || told.current === last || isUnwanted()) return;
    if (document.visibilityState !== "visible") return;
    told.current = last;
    // Nobody waits for it, and an answer that is read again is told again.
    void attempt(() => api(locale).tickets.read.mutate({ token })).then(({ kind }) => {
      if (kind !== "done") told.current = "";
    });
  }, [locale, token, ticket, last]);
}
