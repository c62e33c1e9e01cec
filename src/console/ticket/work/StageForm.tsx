import { Button, Radio, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import type { Run, Stage } from "./Procedure.tsx";
import { refreshWork, whyNot } from "./refresh.ts";
import { TimeField } from "./TimeField.tsx";
import classes from "./work.module.css";

type Value = string | boolean | number;
type Notes = Record<string, Value>;
type Props = {
  ticket: Ticket;
  run: Run;
  stage: Stage;
  /** The customer should hear of it now. */
  onUpdate: () => void;
  onClose: () => void;
};

/** What a stage asks to be written down before it is done. */
export function StageForm({ ticket, run, stage, onUpdate, onClose }: Props) {
  const [notes, setNotes] = useState<Notes>({});
  const finish = useMutation(
    trpc.tickets.finishStage.mutationOptions({
      onSettled: refreshWork,
      onSuccess: ({ asksUpdate }) => {
        onClose();
        if (asksUpdate) onUpdate();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    finish.mutate({ ticketId: ticket.id, position: run.position, notes });
  };
  const change = (id: string, value: Value | null) =>
    setNotes(({ [id]: _, ...rest }) => (value === null ? rest : { ...rest, [id]: value }));
  return (
    <form onSubmit={submit} className={classes.form}>
      {stage.notes.map((note) => (
        <NoteField
          key={note.id}
          note={note}
          value={notes[note.id]}
          onChange={(value) => change(note.id, value)}
        />
      ))}
      {finish.error && (
        <p role="alert" className={classes.late}>
          {whyNot(finish)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button size="xs" type="submit" loading={finish.isPending}>
          {m.work_stage_finish()}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {m.console_cancel()}
        </Button>
      </div>
    </form>
  );
}

type FieldProps = {
  note: Stage["notes"][number];
  value: Value | undefined;
  onChange: (value: Value | null) => void;
};

const yesNo = () => [
  { id: "yes", label: m.work_yes() },
  { id: "no", label: m.work_no() },
];

function NoteField({ note, value, onChange }: FieldProps) {
  const { type } = note;
  const label = note.required ? note.label : m.work_stage_optional({ label: note.label });
  if (type === "text")
    return (
      <Textarea
        label={label}
        autosize
        minRows={2}
        size="xs"
        maxLength={5000}
        value={String(value ?? "")}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      />
    );
  if (type === "time")
    return (
      <TimeField
        label={label}
        size="xs"
        value={value === undefined ? null : new Date(Number(value))}
        onChange={(at) => onChange(at?.getTime() ?? null)}
      />
    );
  const options = type === "yes_no" ? yesNo() : note.options;
  const chosen = typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "");
  return (
    <Radio.Group
      label={label}
      size="xs"
      value={chosen}
      onChange={(id) => onChange(type === "yes_no" ? id === "yes" : id)}
    >
      <div className={classes.buttons}>
        {options.map((option) => (
          <Radio
            key={option.id}
            size="xs"
            value={option.id}
            label={option.label}
            classNames={{ radio: classes.radio ?? "" }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
