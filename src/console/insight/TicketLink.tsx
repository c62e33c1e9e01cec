import { Link } from "@tanstack/react-router";

/** A ticket, by its number and perhaps its subject. */
export function TicketLink({ number, subject }: { number: number; subject?: string }) {
  return (
    <Link to="/tickets/$number" params={{ number: String(number) }}>
      #{number}
      {subject && ` ${subject}`}
    </Link>
  );
}
