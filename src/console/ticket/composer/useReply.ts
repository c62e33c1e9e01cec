import { client, type Ticket } from "../../api.ts";
import { useFromNow } from "../../time/now.ts";
import { useDraft } from "./drafts.ts";
import { looksSubstantive } from "./filling.ts";
import { useSending } from "./useSending.ts";
import { useTemplate } from "./useTemplate.ts";
import { useUploads } from "./useUploads.ts";

/** What a draft is about to be, whether it can go, and how it goes. */
export function useReply(ticket: Ticket, slot: string) {
  const draft = useDraft(slot);
  const sending = useSending(ticket, slot);
  const uploads = useUploads(slot);
  const promiseAt = draft.promiseAt ? new Date(draft.promiseAt) : ticket.proposedPromise;
  const filling = useTemplate(ticket, slot, promiseAt);
  const isDelay = filling.template?.purpose === "delay";
  const needsPromise = isDelay || draft.next !== "waiting_customer";
  const isTooLate = useFromNow(
    (now) => needsPromise && promiseAt !== null && promiseAt.getTime() <= now,
  );
  const { text, template } = filling;
  // With an article of ours it is the whole answer, unless the writer knows better.
  const full = draft.full ?? text.includes(`${location.origin}/${ticket.locale}/`);
  const looks = full || looksSubstantive(template, text, needsPromise && promiseAt !== null);
  const substantive = draft.substantive ?? looks;
  const isPlanned = draft.next === "planned";
  const canSend =
    text.trim() !== "" &&
    filling.isReady &&
    filling.missing.length === 0 &&
    !uploads.isBusy &&
    !isTooLate &&
    (!needsPromise || promiseAt !== null) &&
    (!isPlanned || draft.planText.trim() !== "");
  const send = () => {
    if (!canSend) return;
    const { key, next, planText, planLink } = draft;
    const files = draft.files.map(({ id }) => id);
    const reason = String(draft.values.reason ?? "");
    sending.send("reply", (seen) =>
      client.tickets.reply.mutate({
        ...{ ...seen, key, body: text, files, next, purpose: template?.purpose ?? null },
        ...(isDelay ? { delay: { reason } } : { substantive, full }),
        plan: isPlanned ? { text: planText, link: planLink } : null,
        promiseAt: needsPromise ? promiseAt : null,
      }),
    );
  };
  return {
    filling,
    uploads,
    sending,
    promiseAt,
    isDelay,
    needsPromise,
    isTooLate,
    substantive,
    full,
    canSend,
    send,
  };
}
