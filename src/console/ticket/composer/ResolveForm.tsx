import { Select, TextInput } from "@mantine/core";
import { m } from "#messages";
import { client, type Ticket } from "../../api.ts";
import { type Cause, causes } from "../../words/causes.ts";
import { Bar } from "./Bar.tsx";
import classes from "./composer.module.css";
import { changeDraft, slotOf, useDraft } from "./drafts.ts";
import { Refused } from "./Refused.tsx";
import type { ComposerState } from "./useComposer.ts";
import { useSending } from "./useSending.ts";
import { WritingField } from "./WritingField.tsx";

const options = Object.entries(causes);

/** The end of a ticket: why it happened, and usually a last message with the solution. */
export function ResolveForm({ ticket, composer }: { ticket: Ticket; composer: ComposerState }) {
  const slot = slotOf(ticket.id, "resolve");
  const draft = useDraft(slot);
  const sending = useSending(ticket, slot);
  const canSend = draft.cause !== "";
  const send = () => {
    if (!canSend) return;
    const { key, text: body, causeNote } = draft;
    const causeTag = draft.cause as Cause;
    sending.send("resolve", (seen) =>
      client.tickets.solve.mutate({ ...seen, key, body, causeTag, causeNote }),
    );
  };
  return (
    <div className={classes.form}>
      <WritingField
        slot={slot}
        label={m.console_resolve_message_label()}
        placeholder={m.console_resolve_placeholder()}
        field={composer.field}
        uploads={null}
        onSend={send}
      />
      <Refused ticket={ticket} sending={sending} />
      <Bar
        uploads={null}
        action={draft.text.trim() ? m.console_send_and_resolve() : m.console_resolve()}
        canSend={canSend}
        onSend={send}
      >
        <Select
          className={classes.cause ?? ""}
          placeholder={m.console_cause_choose()}
          aria-label={m.console_cause_label()}
          data={options.map(([value, label]) => ({ value, label: label() }))}
          value={draft.cause || null}
          onChange={(cause) => changeDraft(slot, { cause: cause ?? "" })}
          searchable
          nothingFoundMessage={m.console_nothing_found()}
          comboboxProps={{ position: "top-start" }}
        />
        <TextInput
          className={classes.causeNote ?? ""}
          placeholder={m.console_cause_note()}
          aria-label={m.console_cause_note()}
          maxLength={2000}
          value={draft.causeNote}
          onChange={(event) => changeDraft(slot, { causeNote: event.currentTarget.value })}
        />
      </Bar>
    </div>
  );
}
