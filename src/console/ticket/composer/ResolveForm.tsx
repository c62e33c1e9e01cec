import { Select, Textarea, TextInput } from "@mantine/core";
import { useId } from "react";
import { m } from "#messages";
import type { Locale } from "../../../../content/schema.ts";
import { client, type Ticket } from "../../api.ts";
import { type Cause, causes } from "../../words/causes.ts";
import { Bar } from "./Bar.tsx";
import classes from "./composer.module.css";
import { changeDraft, slotOf, useDraft } from "./drafts.ts";
import { Refused } from "./Refused.tsx";
import { TemplateFields } from "./TemplateFields.tsx";
import type { ComposerState } from "./useComposer.ts";
import { useSending } from "./useSending.ts";
import { useTemplate } from "./useTemplate.ts";
import { Wording } from "./Wording.tsx";
import { WritingField } from "./WritingField.tsx";

const options = Object.entries(causes);

/** The end of a ticket: why it happened, and usually a last message with the solution. */
export function ResolveForm({ ticket, composer }: { ticket: Ticket; composer: ComposerState }) {
  const slot = slotOf(ticket.id, "resolve");
  const draft = useDraft(slot);
  const sending = useSending(ticket, slot);
  const filling = useTemplate(ticket, slot, null);
  const needsNeed = ticket.kind === "complaint" && !ticket.need;
  const canSend =
    draft.cause !== "" &&
    filling.isReady &&
    filling.missing.length === 0 &&
    (!needsNeed || draft.need.trim() !== "");
  const send = () => {
    if (!canSend) return;
    const { key, causeNote, need } = draft;
    const body = filling.text;
    const causeTag = draft.cause as Cause;
    sending.send("resolve", (seen) =>
      client.tickets.solve.mutate({ ...seen, key, body, causeTag, causeNote, need }),
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
        text={filling.text}
        onType={filling.type}
        onSend={send}
      />
      <TemplateFields filling={filling} />
      {needsNeed && <Need slot={slot} value={draft.need} />}
      <Wording text={filling.text} locale={ticket.locale as Locale} onChange={filling.type} />
      <Refused ticket={ticket} sending={sending} />
      <Bar
        uploads={null}
        action={filling.text.trim() ? m.console_send_and_resolve() : m.console_resolve()}
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

/** A complaint ends with what its customer needed, for colleagues and for reports. */
function Need({ slot, value }: { slot: string; value: string }) {
  const id = useId();
  return (
    <div className={classes.fields}>
      <div className={classes.field}>
        <label htmlFor={id}>{m.console_need()}</label>
        <Textarea
          id={id}
          size="xs"
          autosize
          minRows={1}
          maxRows={5}
          maxLength={2000}
          aria-required
          value={value}
          onChange={(event) => changeDraft(slot, { need: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}
