import { Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { Dialog } from "../../look/Dialog.tsx";
import { refreshWork, whyNot } from "./refresh.ts";

/** Ties a suggestion to its entry in the backlog: its asker hears when that is there. */
export function LinkBacklog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const [item, setItem] = useState({ title: ticket.subject, detail: "", team: "" });
  const change = (part: Partial<typeof item>) => setItem((now) => ({ ...now, ...part }));
  const link = useMutation(
    trpc.teamwork.linkBacklog.mutationOptions({ onSuccess: onClose, onSettled: refreshWork }),
  );
  return (
    <Dialog
      title={m.work_backlog_link()}
      action={m.work_backlog_send()}
      canSend={item.title.trim() !== ""}
      isSending={link.isPending}
      refused={whyNot(link)}
      onSend={() => link.mutate({ ...item, ticketId: ticket.id })}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={m.work_backlog_title()}
        description={m.work_backlog_title_hint()}
        maxLength={300}
        value={item.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <TextInput
        label={m.work_backlog_where()}
        type="url"
        placeholder="https://"
        value={item.detail}
        onChange={({ currentTarget }) => change({ detail: currentTarget.value })}
      />
      <Select
        label={m.work_task_team()}
        data={ticket.work.teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={item.team || null}
        onChange={(team) => change({ team: team ?? "" })}
        clearable
      />
    </Dialog>
  );
}
