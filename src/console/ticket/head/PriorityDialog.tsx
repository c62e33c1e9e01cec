import { Table } from "@mantine/core";
import { ArrowRight } from "lucide-react";
import { useMemo } from "react";
import { m } from "#messages";
import type { Priority } from "../../../../server/sla/log.ts";
import { client, type Ticket } from "../../api.ts";
import { ReasonDialog } from "../../look/ReasonDialog.tsx";
import { dayAndTime } from "../../time/dates.ts";
import { serverNow } from "../../time/now.ts";
import { clockWords } from "../../words/clocks.ts";
import { refreshTickets, seenOf } from "../seen.ts";
import { useBook } from "./book.ts";
import { dueTimesAfter } from "./forecast.ts";
import classes from "./head.module.css";

type Props = { ticket: Ticket; to: Priority; onClose: () => void };

/** Why the grade changes, and what that does to the clocks, before it is done. */
export const PriorityDialog = ({ ticket, to, onClose }: Props) => (
  <ReasonDialog
    title={m.console_priority_title({ from: ticket.priority, to })}
    action={m.console_priority_change({ priority: to })}
    label={m.console_priority_reason()}
    hint={m.console_priority_reason_hint()}
    onSend={(reason) =>
      client.tickets.changePriority
        .mutate({ ...seenOf(ticket), priority: to, reason })
        .finally(refreshTickets)
    }
    onClose={onClose}
  >
    <Forecast ticket={ticket} to={to} />
  </ReasonDialog>
);

function Forecast({ ticket, to }: Pick<Props, "ticket" | "to">) {
  const book = useBook(ticket.slaVersion);
  const rows = useMemo(
    () => (book ? dueTimesAfter(ticket, to, book, serverNow()) : []),
    [ticket, to, book],
  );
  if (rows.length === 0) return null;
  const time = (at: number | null) => (at === null ? m.console_clock_none() : dayAndTime(at));
  return (
    <Table className={classes.forecast ?? ""} verticalSpacing={4} horizontalSpacing="xs">
      <caption className="visually-hidden">{m.console_forecast()}</caption>
      <Table.Tbody>
        {rows.map(({ metric, before, after }) => (
          <Table.Tr key={metric}>
            <Table.Th scope="row">{clockWords(metric).label()}</Table.Th>
            <Table.Td>{time(before)}</Table.Td>
            <Table.Td>
              <ArrowRight size={13} role="img" aria-label={m.console_becomes()} />
            </Table.Td>
            <Table.Td>{time(after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
