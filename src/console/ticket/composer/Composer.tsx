import { Tabs } from "@mantine/core";
import { CircleCheck, MessageSquare, StickyNote } from "lucide-react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { Keys } from "../../look/Keys.tsx";
import { useOutbox } from "../../outbox/outbox.ts";
import { isDone } from "../../words/statuses.ts";
import classes from "./composer.module.css";
import { type Mode, slotOf } from "./drafts.ts";
import { NoteForm } from "./NoteForm.tsx";
import { Pending } from "./Pending.tsx";
import { ReplyForm } from "./ReplyForm.tsx";
import { ResolveForm } from "./ResolveForm.tsx";
import { Solved } from "./Solved.tsx";
import type { ComposerState } from "./useComposer.ts";

const tabs = [
  { mode: "reply", label: m.console_tab_reply, icon: MessageSquare, keys: "r" },
  { mode: "note", label: m.console_tab_note, icon: StickyNote, keys: "n" },
  { mode: "resolve", label: m.console_tab_resolve, icon: CircleCheck, keys: "e" },
] as const;

/** Where one writes: to the customer, to colleagues, or the end of the ticket. */
export function Composer({ ticket, composer }: { ticket: Ticket; composer: ComposerState }) {
  const outgoing = useOutbox().find(({ slot }) => slot.startsWith(`${ticket.id}:`));
  if (outgoing) {
    return (
      <section className={classes.composer} aria-label={m.console_composer_label()}>
        <Pending outgoing={outgoing} onUndone={() => composer.show(outgoing.kind)} />
      </section>
    );
  }
  const done = isDone(ticket.status);
  const slot = slotOf(ticket.id, composer.mode);
  return (
    <section
      className={classes.composer}
      data-mode={composer.mode}
      aria-label={m.console_composer_label()}
    >
      {done && <Solved ticket={ticket} />}
      <Tabs
        value={composer.mode}
        onChange={(mode) => mode && composer.show(mode as Mode)}
        variant="none"
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <Tabs.List className={classes.tabs ?? ""}>
          {tabs
            .filter(({ mode }) => mode === "note" || !done)
            .map(({ mode, label, icon: Icon, keys }) => (
              <Tabs.Tab
                key={mode}
                value={mode}
                leftSection={<Icon size={14} />}
                rightSection={<Keys of={keys} />}
              >
                {label()}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value="reply">
          <ReplyForm key={slot} ticket={ticket} composer={composer} />
        </Tabs.Panel>
        <Tabs.Panel value="note">
          <NoteForm key={slot} ticket={ticket} composer={composer} />
        </Tabs.Panel>
        <Tabs.Panel value="resolve">
          <ResolveForm key={slot} ticket={ticket} composer={composer} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
