import { Select, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { Dialog } from "../../look/Dialog.tsx";
import { refreshWork, whyNot } from "./refresh.ts";
import { TimeField } from "./TimeField.tsx";

const blank = { title: "", detail: "", team: "", assigneeId: "", reason: "" };

/** Work for another team or person, with the time by which it is done. */
export function GiveTask({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const [task, setTask] = useState(blank);
  const [dueAt, setDueAt] = useState<Date | null>(null);
  const change = (part: Partial<typeof blank>) => setTask((now) => ({ ...now, ...part }));
  const give = useMutation(
    trpc.teamwork.giveTask.mutationOptions({ onSuccess: onClose, onSettled: refreshWork }),
  );
  const isBare = ticket.messages.every(({ attachments }) => attachments.length === 0);
  const { teams } = ticket.work;
  return (
    <Dialog
      title={m.work_task_give()}
      action={m.work_task_send()}
      canSend={Boolean(task.title.trim() && dueAt && (task.team || task.assigneeId))}
      isSending={give.isPending}
      refused={whyNot(give)}
      onSend={() =>
        dueAt &&
        give.mutate({
          ...{ ...task, ticketId: ticket.id, dueAt },
          assigneeId: task.assigneeId || null,
        })
      }
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={m.work_task_title()}
        value={task.title}
        maxLength={300}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <Select
        label={m.work_task_team()}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={task.team || null}
        onChange={(team) => change({ team: team ?? "" })}
        clearable
      />
      <Select
        label={m.work_task_person()}
        description={m.work_task_person_hint()}
        data={ticket.people.map(({ id, name }) => ({ value: id, label: name }))}
        value={task.assigneeId || null}
        onChange={(assigneeId) => change({ assigneeId: assigneeId ?? "" })}
        clearable
      />
      <TimeField label={m.work_task_due()} value={dueAt} onChange={setDueAt} />
      <Textarea
        label={m.work_task_detail()}
        autosize
        minRows={2}
        maxLength={5000}
        value={task.detail}
        onChange={({ currentTarget }) => change({ detail: currentTarget.value })}
      />
      {isBare && teams.find(({ id }) => id === task.team)?.needsEvidence && (
        <Textarea
          label={m.work_task_reason()}
          description={m.work_task_reason_hint()}
          autosize
          maxLength={500}
          value={task.reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
      )}
    </Dialog>
  );
}
