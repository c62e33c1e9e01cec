import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import { Dialog } from "../look/Dialog.tsx";
import { whyNot } from "../ticket/work/refresh.ts";
import type { Cause } from "../words/causes.ts";
import { CauseSelect } from "./CauseSelect.tsx";
import { type Incident, seenOf, useFormDeeds } from "./incidents.ts";

type Props = { incident: Incident; onClose: () => void };

/** It is over: with which cause, and whether that is gone. */
export function ResolveDialog({ incident, onClose }: Props) {
  const [causeTag, setCause] = useState<Cause | "">("");
  const [fixed, setFixed] = useState(false);
  const { resolve } = useFormDeeds();
  const send = () =>
    causeTag && resolve.mutate({ ...seenOf(incident), causeTag, fixed }, { onSuccess: onClose });
  return (
    <Dialog
      title={m.incidents_resolve_title()}
      action={m.incidents_resolve_action()}
      canSend={causeTag !== ""}
      isSending={resolve.isPending}
      refused={whyNot(resolve)}
      onSend={send}
      onClose={onClose}
    >
      <CauseSelect value={causeTag} onChange={setCause} />
      <Checkbox
        checked={fixed}
        onChange={(event) => setFixed(event.currentTarget.checked)}
        label={m.incidents_fixed()}
        description={m.incidents_fixed_hint()}
      />
      {incident.bannerFrom && <p>{m.incidents_resolve_banner()}</p>}
    </Dialog>
  );
}
