import { Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { Dialog } from "./Dialog.tsx";
import { refreshWork, whyNot } from "./refresh.ts";

/** One step up, at once. */
export function AskForHelp({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const ask = useMutation(
    trpc.escalation.askForHelp.mutationOptions({ onSuccess: onClose, onSettled: refreshWork }),
  );
  return (
    <Dialog
      title={m.work_help_ask()}
      action={m.work_help_send()}
      canSend={reason.trim() !== ""}
      isSending={ask.isPending}
      refused={whyNot(ask)}
      onSend={() => ask.mutate({ ticketId: ticket.id, reason })}
      onClose={onClose}
    >
      <p>{m.work_help_what()}</p>
      <Textarea
        data-autofocus
        label={m.work_help_reason()}
        autosize
        minRows={3}
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </Dialog>
  );
}
