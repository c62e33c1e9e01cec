import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { m } from "#messages";
import classes from "./draft.module.css";

type Props = { opened: boolean; onClose: () => void; onConfirm: () => void };

export function DiscardDialog(props: Props) {
  return (
    <Ask
      {...props}
      title={m.knowledge_discard_title()}
      confirm={m.knowledge_discard_confirm()}
      isGrave
    >
      {m.knowledge_discard_text()}
    </Ask>
  );
}

/** Nobody else may review: said a second time, and written into the revision. */
export function SelfReviewDialog(props: Props) {
  return (
    <Ask {...props} title={m.knowledge_self_title()} confirm={m.knowledge_self_confirm()}>
      {m.knowledge_self_text()}
    </Ask>
  );
}

type AskProps = Props & {
  title: string;
  confirm: string;
  isGrave?: boolean;
  children: ReactNode;
};

function Ask({ opened, onClose, onConfirm, title, confirm, isGrave, children }: AskProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="sm"
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <p>{children}</p>
      <div className={classes.answers}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {m.console_cancel()}
        </Button>
        <Button onClick={onConfirm} {...(isGrave && { color: "breached" })}>
          {confirm}
        </Button>
      </div>
    </Modal>
  );
}
