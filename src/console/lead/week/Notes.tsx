import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { dayAndTime } from "../../time/dates.ts";
import type { Case } from "./CaseOfWeek.tsx";
import classes from "./week.module.css";

/** What was said of a case. It belongs to the ticket, where it is erased with it. */
export function Notes({ found: { id, number, version, notes } }: { found: Case }) {
  const queries = useQueryClient();
  const [body, setBody] = useState("");
  const [key, setKey] = useState(() => crypto.randomUUID());
  const adding = useMutation({
    ...trpc.tickets.note.mutationOptions(),
    onSuccess: () => {
      setBody("");
      setKey(crypto.randomUUID());
    },
    // A ticket that has moved on is read again, so that the next try is about what is there.
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.lead.week.queryKey() }),
  });
  return (
    <div className={classes.notes}>
      {notes.map((note) => (
        <p key={note.id} className={classes.note}>
          {note.body}
          <small>
            {m.lead_week_note_by({
              name: note.by ?? m.console_somebody(),
              time: dayAndTime(note.createdAt.getTime()),
            })}
          </small>
        </p>
      ))}
      <Textarea
        label={m.lead_week_note_label({ number })}
        description={m.lead_week_note_hint()}
        autosize
        minRows={2}
        value={body}
        onChange={({ currentTarget }) => setBody(currentTarget.value)}
        error={adding.error && refusalOf(adding.error).message}
      />
      <Button
        size="xs"
        variant="default"
        loading={adding.isPending}
        disabled={!body.trim()}
        onClick={() => adding.mutate({ ticketId: id, version, key, body })}
      >
        {m.lead_week_note_add()}
      </Button>
    </div>
  );
}
