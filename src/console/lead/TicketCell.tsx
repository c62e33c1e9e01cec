import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import type { Named } from "../../../server/lead/blocks.ts";
import classes from "./lead.module.css";

/** A ticket with how grave it is and who has it. */
export function TicketCell({ ticket }: { ticket: Named }) {
  const { number, subject, priority, owner } = ticket;
  return (
    <Table.Td className={classes.ticket ?? ""}>
      <Link to="/tickets/$number" params={{ number: String(number) }} data-lead-row={number}>
        #{number} {subject}
      </Link>
      <small>
        {priority} · <span data-nobody={owner === null}>{owner ?? m.lead_nobody()}</span>
      </small>
    </Table.Td>
  );
}
