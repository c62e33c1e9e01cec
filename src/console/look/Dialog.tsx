import { Alert, Button, Modal } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { m } from "#messages";
import classes from "./dialog.module.css";

type Props = {
  title: string;
  /** The button that does it. */
  action: string;
  canSend: boolean;
  isSending: boolean;
  /** Why it was refused; empty while it wasn't. */
  refused: string;
  onSend: () => void;
  onClose: () => void;
  /** How wide; `md` when it isn't said. */
  size?: "md" | "lg";
  children: ReactNode;
};

/** A short form over the page. */
export function Dialog({ title, action, canSend, isSending, refused, ...props }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSend) props.onSend();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={props.size ?? "md"}
      title={title}
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <form onSubmit={submit} className={classes.dialog}>
        {props.children}
        {refused && (
          <Alert color="breached" variant="light" role="alert">
            {refused}
          </Alert>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {m.console_cancel()}
          </Button>
          <Button type="submit" disabled={!canSend} loading={isSending}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
