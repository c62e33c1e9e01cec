import { Alert, Button, Modal, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { m } from "#messages";
import { refusalOf } from "../refusal.ts";
import classes from "./document.module.css";

type Props = {
  base: number;
  isChanged: boolean;
  /** Nothing speaks against it, as far as has been checked. */
  canSave: boolean;
  /** What saving would do, in the dialog that asks why. */
  effect?: ReactNode;
  onDiscard: () => void;
  onSave: (note: string) => Promise<number>;
};

/** Which version is in force, and the way to the next one. */
export function SaveBar({ base, isChanged, canSave, effect, onDiscard, onSave }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <div className={classes.saveBar}>
      <span className={classes.state} role="status">
        {isChanged ? m.settings_unsaved() : m.settings_in_force({ version: base })}
      </span>
      {isChanged && (
        <Button variant="subtle" color="gray" onClick={onDiscard}>
          {m.settings_discard()}
        </Button>
      )}
      <Button disabled={!isChanged || !canSave} onClick={() => setAsked(true)}>
        {m.settings_save()}
      </Button>
      {asked && (
        <SaveDialog version={base + 1} onClose={() => setAsked(false)} onSave={onSave}>
          {effect}
        </SaveDialog>
      )}
    </div>
  );
}

type DialogProps = {
  version: number;
  children: ReactNode;
  onClose: () => void;
  onSave: Props["onSave"];
};

function SaveDialog({ version, children, onClose, onSave }: DialogProps) {
  const [note, setNote] = useState("");
  const save = useMutation({
    mutationFn: () => onSave(note),
    onSuccess(saved) {
      notifications.show({ message: m.settings_saved({ version: saved }), color: "met" });
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
      title={m.settings_save_title({ version })}
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <form onSubmit={submit} className={classes.dialog}>
        {children}
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          label={m.settings_save_note()}
          description={m.settings_save_note_hint()}
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
            {m.settings_save_confirm()}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
