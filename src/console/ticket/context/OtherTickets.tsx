import { Link, useParams } from "@tanstack/react-router";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { When } from "../../time/When.tsx";
import { statusOf } from "../../words/statuses.ts";
import classes from "./context.module.css";

/** What else this customer asked, newest first. */
export function OtherTickets({ ticket }: { ticket: Ticket }) {
  const { view = "open" } = useParams({ strict: false });
  if (ticket.history.length === 0) {
    return <p className={classes.quiet}>{m.console_other_tickets_none()}</p>;
  }
  return (
    <ul className={classes.tickets}>
      {ticket.history.map((other) => {
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
          </li>
        );
      })}
    </ul>
  );
}
