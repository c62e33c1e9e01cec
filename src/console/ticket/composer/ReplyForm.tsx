import { Button, Select } from "@mantine/core";
import { ArrowDown, TriangleAlert } from "lucide-react";
import { m } from "#messages";
import { client, type Ticket } from "../../api.ts";
import { useFromNow } from "../../time/now.ts";
import { statuses } from "../../words/statuses.ts";
import { Bar } from "./Bar.tsx";
import classes from "./composer.module.css";
import { changeDraft, type Draft, slotOf, useDraft } from "./drafts.ts";
import { PromisePicker } from "./PromisePicker.tsx";
import { Refused } from "./Refused.tsx";
import type { ComposerState } from "./useComposer.ts";
import { useSending } from "./useSending.ts";
import { useUploads } from "./useUploads.ts";
import { vagueTime } from "./vague.ts";
import { WritingField } from "./WritingField.tsx";

type Props = { ticket: Ticket; composer: ComposerState };

const endings: Draft["next"][] = ["open", "waiting_customer", "waiting_third_party"];

/** An answer to the customer, with the time of the next one. */
export function ReplyForm({ ticket, composer }: Props) {
  const slot = slotOf(ticket.id, "reply");
  const draft = useDraft(slot);
  const sending = useSending(ticket, slot);
  const uploads = useUploads(slot);
  const needsPromise = draft.next !== "waiting_customer";
  const promiseAt = draft.promiseAt ? new Date(draft.promiseAt) : ticket.proposedPromise;
  const isTooLate = useFromNow(
    (now) => needsPromise && promiseAt !== null && promiseAt.getTime() <= now,
  );
  const canSend =
    draft.text.trim() !== "" &&
    !uploads.isBusy &&
    !isTooLate &&
    (!needsPromise || promiseAt !== null);
  const send = () => {
    if (!canSend) return;
    const { key, text: body, next } = draft;
    const files = draft.files.map(({ id }) => id);
    const promised = needsPromise ? promiseAt : null;
    sending.send("reply", (seen) =>
      client.tickets.reply.mutate({ ...seen, key, body, files, next, promiseAt: promised }),
    );
  };
  return (
    <div className={classes.form}>
      <WrittenMeanwhile ticket={ticket} startedAt={draft.startedAt} />
      <WritingField
        slot={slot}
        label={m.console_reply_label()}
        placeholder={m.console_reply_placeholder({
          name: ticket.customer.name ?? m.console_customer(),
        })}
        field={composer.field}
        uploads={uploads}
        onSend={send}
      />
      <Refused ticket={ticket} sending={sending} />
      <VagueTime text={draft.text} />
      {isTooLate && <TooLate onChange={composer.openPromise} />}
      <Bar uploads={uploads} action={m.console_send()} canSend={canSend} onSend={send}>
        <Select
          className={classes.next ?? ""}
          aria-label={m.console_next_label()}
          data={endings.map((value) => ({
            value,
            label: m.console_next({ status: statuses[value].label() }),
          }))}
          value={draft.next}
          allowDeselect={false}
          onChange={(next) => next && changeDraft(slot, { next: next as Draft["next"] })}
          comboboxProps={{ width: 250, position: "top-start" }}
        />
        {needsPromise && (
          <PromisePicker
            ref={composer.promise}
            value={promiseAt}
            proposed={ticket.proposedPromise}
            customerZone={ticket.customer.timeZone}
            onChange={(at) => changeDraft(slot, { promiseAt: at?.getTime() ?? null })}
          />
        )}
      </Bar>
    </div>
  );
}

/** The customer wrote after this reply was begun. */
function WrittenMeanwhile({ ticket, startedAt }: { ticket: Ticket; startedAt: number | null }) {
  const isNew = ticket.messages.some(
    ({ kind, createdAt }) =>
      startedAt !== null && kind === "customer" && createdAt.getTime() > startedAt,
  );
  if (!isNew) return null;
  return (
    <p className={classes.hint} role="status">
      <ArrowDown size={14} aria-hidden="true" />
      {m.console_written_meanwhile({ name: ticket.customer.name ?? m.console_customer() })}
    </p>
  );
}

/** A promise of the past can't be kept: another time is chosen first. */
function TooLate({ onChange }: { onChange: () => void }) {
  return (
    <p className={classes.hint} data-wrong role="alert">
      <TriangleAlert size={14} aria-hidden="true" />
      {m.console_promise_past()}
      <Button variant="subtle" size="compact-xs" onClick={onChange}>
        {m.console_promise_choose()}
      </Button>
    </p>
  );
}

/** "Soon" is not a time. */
function VagueTime({ text }: { text: string }) {
  const word = vagueTime(text);
  if (!word) return null;
  return (
    <p className={classes.hint} role="status">
      {m.console_vague_time({ word })}
    </p>
  );
}
