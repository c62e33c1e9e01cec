import { Alert, Button, Modal, Table, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { type FormEvent, useMemo, useState } from "react";
import { m } from "#messages";
import type { Priority } from "../../../../server/sla/log.ts";
import { type Ticket, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { dayAndTime } from "../../time/dates.ts";
import { serverNow } from "../../time/now.ts";
import { clockWords } from "../../words/clocks.ts";
import { refreshTickets, seenOf } from "../seen.ts";
import { useBook } from "./book.ts";
import { dueTimesAfter } from "./forecast.ts";
import classes from "./head.module.css";

type Props = { ticket: Ticket; to: Priority; onClose: () => void };

/** Why the grade changes, and what that does to the clocks, before it is done. */
export function PriorityDialog({ ticket, to, onClose }: Props) {
  const [reason, setReason] = useState("");
  const change = useMutation(
    trpc.tickets.changePriority.mutationOptions({ onSuccess: onClose, onSettled: refreshTickets }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ ...seenOf(ticket), priority: to, reason });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.console_priority_title({ from: ticket.priority, to })}
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <form onSubmit={submit} className={classes.dialog}>
        <Forecast ticket={ticket} to={to} />
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          label={m.console_priority_reason()}
          description={m.console_priority_reason_hint()}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {change.error && (
          <Alert color="breached" variant="light" role="alert">
            {refusalOf(change.error).message}
          </Alert>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {m.console_cancel()}
          </Button>
          <Button type="submit" disabled={!reason.trim()} loading={change.isPending}>
            {m.console_priority_change({ priority: to })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

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
