import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { When } from "../../time/When.tsx";
import { isDone, statusOf } from "../../words/statuses.ts";
import { MergeDialog } from "../incident/MergeDialog.tsx";
import classes from "./context.module.css";

/** What else this customer asked, newest first. */
export function OtherTickets({ ticket }: { ticket: Ticket }) {
  const { view = "open" } = useParams({ strict: false });
  const [merging, merge] = useState<number | null>(null);
  const others = ticket.history.filter((other) => !ticket.merged.some(({ id }) => id === other.id));
  const canMerge = (other: (typeof others)[number]) =>
    ticket.mergedInto === null && other.mergedIntoId === null && !isDone(other.status);
  if (others.length === 0) {
    return <p className={classes.quiet}>{m.console_other_tickets_none()}</p>;
  }
  return (
    <>
      {others.some(canMerge) && <p className={classes.quiet}>{m.incidents_merge_offer()}</p>}
      <ul className={classes.tickets}>
        {others.map((other) => {
          const { icon: Icon, label } = statusOf(other.status);
          return (
            <li key={other.number}>
              <Link to="/queue/$view/$number" params={{ view, number: String(other.number) }}>
                <Icon size={14} role="img" aria-label={label()} />
                <span className={classes.ticket}>
                  <span>{other.subject}</span>
                  <small>
                    #{other.number} · {label()} · <When at={other.receivedAt} />
                  </small>
                </span>
              </Link>
              {canMerge(other) && (
                <Button
                  variant="subtle"
                  aria-label={m.incidents_merge_this_label({ number: other.number })}
                  onClick={() => merge(other.number)}
                >
                  {m.incidents_merge_this()}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {merging !== null && (
        <MergeDialog ticket={ticket} other={merging} onClose={() => merge(null)} />
      )}
    </>
  );
}
