import { m } from "#messages";
import type { Locale } from "../../../../content/schema.ts";
import { rulesOf } from "../../../../server/tickets/purposes.ts";
import type { Template } from "../../../../server/tickets/templates.ts";
import type { Ticket } from "../../api.ts";
import { ArticleProposals } from "./ArticleProposals.tsx";
import { Bar } from "./Bar.tsx";
import classes from "./composer.module.css";
import { changeDraft, type Draft, draftOf, slotOf, useDraft } from "./drafts.ts";
import { Ending, Worth } from "./Ending.tsx";
import { AfterHours, TooLate, TriedAlready, WrittenMeanwhile } from "./Notices.tsx";
import { PlanFields } from "./PlanFields.tsx";
import { PromisePicker } from "./PromisePicker.tsx";
import { Refused } from "./Refused.tsx";
import { TemplateFields } from "./TemplateFields.tsx";
import { TemplateMenu } from "./TemplateMenu.tsx";
import { TemplateProposals } from "./TemplateProposals.tsx";
import type { ComposerState } from "./useComposer.ts";
import { useReply } from "./useReply.ts";
import { begun, levelOfTicket } from "./useTemplate.ts";
import { Wording } from "./Wording.tsx";
import { WritingField } from "./WritingField.tsx";

type Props = { ticket: Ticket; composer: ComposerState };

/** An answer to the customer, with the time of the next one. */
export function ReplyForm({ ticket, composer }: Props) {
  const slot = slotOf(ticket.id, "reply");
  const draft = useDraft(slot);
  const reply = useReply(ticket, slot);
  const { filling, uploads, sending, promiseAt, isDelay, needsPromise } = reply;
  const put = (change: Partial<Draft>) => changeDraft(slot, change);
  const choose = (template: Template) => {
    if (rulesOf(template.purpose).proposes === "solved")
      changeDraft(slotOf(ticket.id, "resolve"), {
        ...begun(template, ticket, draftOf(slotOf(ticket.id, "resolve")), null),
        promiseAt: null,
      });
    else filling.choose(template);
  };
  // Where the cursor goes.
  const afterwards = ({ purpose }: Template) =>
    rulesOf(purpose).proposes === "solved"
      ? composer.show("resolve")
      : composer.field.current?.focus();
  const isEmpty = filling.text.trim() === "" && !filling.template;
  const insert = (link: string) =>
    filling.type([filling.text.trimEnd(), link].filter(Boolean).join("\n\n"));
  return (
    <div className={classes.form}>
      <WrittenMeanwhile ticket={ticket} startedAt={draft.startedAt} />
      <TriedAlready ticket={ticket} />
      <WritingField
        slot={slot}
        label={m.console_reply_label()}
        placeholder={m.console_reply_placeholder({
          name: ticket.customer.name ?? m.console_customer(),
        })}
        field={composer.field}
        uploads={uploads}
        text={filling.text}
        onType={filling.type}
        onSend={reply.send}
      />
      <TemplateFields filling={filling} />
      {draft.next === "planned" && <PlanFields slot={slot} isLinkNeeded={false} />}
      {isEmpty && (
        <TemplateProposals
          ticket={ticket}
          templates={filling.templates}
          onChoose={(template) => {
            choose(template);
            afterwards(template);
          }}
        />
      )}
      {(isEmpty || levelOfTicket(ticket) === "L3") && (
        <ArticleProposals ticket={ticket} onInsert={insert} />
      )}
      <Wording text={filling.text} locale={ticket.locale as Locale} onChange={filling.type} />
      <Refused ticket={ticket} sending={sending} />
      {reply.isTooLate && <TooLate onChange={composer.openPromise} />}
      {needsPromise && promiseAt && !reply.isTooLate && (
        <AfterHours
          ticket={ticket}
          promiseAt={promiseAt}
          onMove={(at) => put({ promiseAt: at.getTime() })}
        />
      )}
      {!isDelay && <Worth slot={slot} substantive={reply.substantive} full={reply.full} />}
      <Bar uploads={uploads} action={m.console_send()} canSend={reply.canSend} onSend={reply.send}>
        <TemplateMenu
          ref={composer.templates}
          templates={filling.templates}
          onChoose={choose}
          onDone={afterwards}
        />
        {!isDelay && <Ending slot={slot} next={draft.next} />}
        {needsPromise && (
          <PromisePicker
            ref={composer.promise}
            value={promiseAt}
            proposed={ticket.proposedPromise}
            customerZone={ticket.customer.timeZone}
            onChange={(at) => put({ promiseAt: at?.getTime() ?? null })}
          />
        )}
      </Bar>
    </div>
  );
}
