import { Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { refusalOf } from "../refusal.ts";
import { Dialog } from "./Dialog.tsx";

type Props = {
  title: string;
  /** The button that does it. */
  action: string;
  /** What the reason is called, and what becomes of it. */
  label: string;
  hint?: string;
  /** May be left empty, where it is only a line for later. */
  isOptional?: boolean;
  /** Something is chosen that can be done. */
  canSend?: boolean;
  maxLength?: number;
  size?: "md" | "lg";
  /** What is about to happen, or is chosen here; stands above the reason. */
  children?: ReactNode;
  onSend: (reason: string) => Promise<unknown>;
  /** Called when it is done, and when it is given up. */
  onClose: () => void;
};

/** Asks why, and does it; a refusal stays on the screen with what was written. */
export function ReasonDialog({ canSend = true, maxLength = 500, onSend, ...props }: Props) {
  const [reason, setReason] = useState("");
  const send = useMutation({ mutationFn: () => onSend(reason), onSuccess: props.onClose });
  return (
    <Dialog
      title={props.title}
      action={props.action}
      size={props.size ?? "md"}
      canSend={canSend && (props.isOptional === true || reason.trim() !== "")}
      isSending={send.isPending}
      refused={send.error ? refusalOf(send.error).message : ""}
      onSend={send.mutate}
      onClose={props.onClose}
    >
      {props.children}
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        maxLength={maxLength}
        label={props.label}
        description={props.hint}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}
