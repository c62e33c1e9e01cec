import { Alert, Button, Modal, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import type { Kind } from "../../../../server/sla/log.ts";
import { client, type Ticket } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { refreshTickets, seenOf } from "../seen.ts";
import classes from "./head.module.css";

type Change = { team: string } | { kind: Kind };
type Props = {
  ticket: Ticket;
  title: string;
  action: string;
  change: Change;
  onClose: () => void;
};

/** Asks why something about the ticket becomes another; the reason is kept as a note. */
export function ReasonDialog({ ticket, title, action, change, onClose }: Props) {
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: () => {
      const why = { ...seenOf(ticket), reason };
      return "team" in change
        ? client.tickets.changeTeam.mutate({ ...why, ...change })
        : client.tickets.changeKind.mutate({ ...why, ...change });
    },
    onSuccess: onClose,
    onSettled: refreshTickets,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <form onSubmit={submit} className={classes.dialog}>
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          label={m.rules_change_reason()}
          description={m.console_priority_reason_hint()}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {save.error && (
          <Alert color="breached" variant="light" role="alert">
            {refusalOf(save.error).message}
          </Alert>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {m.console_cancel()}
          </Button>
          <Button type="submit" disabled={!reason.trim()} loading={save.isPending}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
