import { Link } from "@tanstack/react-router";
import classes from "./teamwork.module.css";

type Props = { ticket: { number: number; subject: string; priority: string } };

/** The ticket that something is about. */
export function TicketLine({ ticket: { number, subject, priority } }: Props) {
  return (
    <Link
      to="/queue/$view/$number"
      params={{ view: "open", number: String(number) }}
      className={classes.aside ?? ""}
    >
      {priority} · #{number} {subject}
    </Link>
  );
}
