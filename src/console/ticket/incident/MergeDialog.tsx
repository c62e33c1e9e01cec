import { Checkbox, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { Dialog } from "../../look/Dialog.tsx";
import { refusalOf } from "../../refusal.ts";
import { seenOf } from "../seen.ts";
import { refreshWork, whyNot } from "../work/refresh.ts";

type Props = { ticket: Ticket; other?: number; onClose: () => void };

/** Makes one ticket of two, and says beforehand what can't be taken back. */
export function MergeDialog({ ticket, other, onClose }: Props) {
  const [number, setNumber] = useState(other ? String(other) : "");
  const [sure, setSure] = useState(false);
  const navigate = useNavigate();
  const merge = useMutation(trpc.tickets.merge.mutationOptions({ onSettled: refreshWork }));
  const isOther = merge.error && refusalOf(merge.error).code === "merge_other_customer";
  const send = () =>
    merge.mutate(
      { ...seenOf(ticket), other: Number(number), sure },
      {
        onSuccess({ number: kept }) {
          onClose();
          void navigate({ to: "/tickets/$number", params: { number: String(kept) } });
        },
      },
    );
  return (
    <Dialog
      title={m.incidents_merge_title()}
      action={m.incidents_merge_action()}
      canSend={number !== "" && (!isOther || sure)}
      isSending={merge.isPending}
      refused={whyNot(merge)}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={m.incidents_merge_with()}
        inputMode="numeric"
        value={number}
        onChange={(event) => {
          merge.reset();
          setNumber(event.currentTarget.value.replace(/\D/g, ""));
        }}
      />
      <p>{m.incidents_merge_hint()}</p>
      {(isOther || sure) && (
        <Checkbox
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          label={m.incidents_merge_sure()}
        />
      )}
    </Dialog>
  );
}
