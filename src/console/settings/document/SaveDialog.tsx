import { Alert, Button, Modal, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { refusalOf } from "../../refusal.ts";
import { type Change, ChangeList } from "./ChangeList.tsx";
import classes from "./document.module.css";

type Props = {
  /** Number the version will have. */
  version: number;
  changes: readonly Change[];
  onClose: () => void;
  onSave: (note: string) => Promise<number>;
};

/** What saving changes, and why. */
export function SaveDialog({ version, changes, onClose, onSave }: Props) {
  const [note, setNote] = useState("");
  const save = useMutation({
    mutationFn: () => onSave(note),
    onSuccess(saved) {
      notifications.show({ message: m.setup_saved({ version: saved }), color: "met" });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={m.setup_save_title({ version })}
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <form onSubmit={submit} className={classes.dialog}>
        <ChangeList changes={changes} />
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          label={m.setup_note()}
          description={m.setup_note_hint()}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
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
          <Button type="submit" loading={save.isPending}>
            {m.setup_save_confirm()}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
