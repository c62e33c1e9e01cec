import { Lock } from "lucide-react";
import { m } from "#messages";
import { client, type Ticket } from "../../api.ts";
import { Bar } from "./Bar.tsx";
import classes from "./composer.module.css";
import { slotOf, useDraft } from "./drafts.ts";
import { Refused } from "./Refused.tsx";
import type { ComposerState } from "./useComposer.ts";
import { useSending } from "./useSending.ts";
import { useUploads } from "./useUploads.ts";
import { WritingField } from "./WritingField.tsx";

/** For colleagues only; it goes out at once, because nobody outside sees it. */
export function NoteForm({ ticket, composer }: { ticket: Ticket; composer: ComposerState }) {
  const slot = slotOf(ticket.id, "note");
  const draft = useDraft(slot);
  const sending = useSending(ticket, slot);
  const uploads = useUploads(slot);
  const canSend = draft.text.trim() !== "" && !uploads.isBusy && !sending.isBusy;
  const send = () => {
    if (!canSend) return;
    const { key, text: body } = draft;
    const files = draft.files.map(({ id }) => id);
    sending.send(null, (seen) => client.tickets.note.mutate({ ...seen, key, body, files }));
  };
  return (
    <div className={classes.form}>
      <WritingField
        slot={slot}
        label={m.console_note_label()}
        placeholder={m.console_note_placeholder()}
        field={composer.field}
        uploads={uploads}
        onSend={send}
      />
      <Refused ticket={ticket} sending={sending} />
      <Bar
        uploads={uploads}
        action={m.console_note_add()}
        canSend={canSend}
        isBusy={sending.isBusy}
        onSend={send}
      >
        <span className={classes.private}>
          <Lock size={13} aria-hidden="true" />
          {m.console_note_private()}
        </span>
      </Bar>
    </div>
  );
}
