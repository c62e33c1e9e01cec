import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { m } from "#messages";
import { trpc } from "../api.ts";
import { Notice } from "../look/Notice.tsx";
import { useTrouble } from "../patience.ts";
import { refusalOf } from "../refusal.ts";
import { TicketSkeleton } from "./TicketSkeleton.tsx";
import { TicketView } from "./TicketView.tsx";
import classes from "./ticket.module.css";

/** The ticket of the address, or why it can't be shown. */
export function TicketPane({ number }: { number: number }) {
  const navigate = useNavigate();
  const { view = "open" } = useParams({ strict: false });
  const ticket = useQuery(trpc.tickets.get.queryOptions({ number }));
  const trouble = useTrouble(ticket);
  const { data, refetch } = ticket;
  if (data) return <TicketView ticket={data} />;
  if (!trouble) return <TicketSkeleton />;
  const refusal = refusalOf(trouble);
  const isMissing = refusal.code === "not_found";
  const back = () => void navigate({ to: "/queue/$view", params: { view } });
  return (
    <section className={classes.pane}>
      <Notice
        title={isMissing ? m.console_ticket_missing({ number }) : refusal.message}
        action={
          isMissing
            ? { label: m.console_back_to_queue(), run: back }
            : { label: m.console_retry(), run: () => void refetch() }
        }
      />
    </section>
  );
}
