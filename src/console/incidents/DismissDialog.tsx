import { Textarea } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import { Dialog } from "../look/Dialog.tsx";
import { whyNot } from "../ticket/work/refresh.ts";
import { type Incident, seenOf, useFormDeeds } from "./incidents.ts";

type Props = { incident: Incident; onClose: () => void };

/** It is no incident: why, in a sentence. */
export function DismissDialog({ incident, onClose }: Props) {
  const [reason, setReason] = useState("");
  const { dismiss } = useFormDeeds();
  return (
    <Dialog
      title={m.incidents_dismiss_title()}
      action={m.incidents_dismiss()}
      canSend={reason.trim() !== ""}
      isSending={dismiss.isPending}
      refused={whyNot(dismiss)}
      onSend={() => dismiss.mutate({ ...seenOf(incident), reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        label={m.incidents_reason()}
        description={m.incidents_dismiss_hint()}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}
