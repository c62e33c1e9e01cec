/** A ticket for a customer, while it is being written down. */
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { m } from "#messages";
import type { Form } from "../../../content/forms.ts";
import { shownFaults } from "../../islands/ask/faults.ts";
import { trpc } from "../api.ts";
import { currentLocale } from "../language.ts";
import { refusalOf } from "../refusal.ts";
import { useSettings } from "../settings.ts";
import { changeDraft, useDraft } from "../ticket/composer/drafts.ts";
import { useUploads } from "../ticket/composer/useUploads.ts";
import { refreshTickets } from "../ticket/seen.ts";
import { serverNow } from "../time/now.ts";
import { answered, begun, type Call, faultsOf } from "./call.ts";

/** Files wait here until the ticket is there. */
export const newTicketSlot = "new-ticket";

export function useNewTicket(form: Form) {
  const { categories, modules } = useSettings();
  const [call, setCall] = useState(() => begun(currentLocale()));
  const [isTried, setTried] = useState(false);
  const keys = useMemo(() => ({ key: crypto.randomUUID(), replyKey: crypto.randomUUID() }), []);
  const { files } = useDraft(newTicketSlot);
  const uploads = useUploads(newTicketSlot);
  const navigate = useNavigate();
  const send = useMutation(
    trpc.tickets.openFor.mutationOptions({
      onSuccess({ number }) {
        changeDraft(newTicketSlot, { files: [] });
        notifications.show({ message: m.console_new_opened({ number: `#${number}` }) });
        void refreshTickets();
        const params = { view: "open", number: String(number) };
        void navigate({ to: "/queue/$view/$number", params });
      },
    }),
  );
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const allowed = { categories: idsOf(categories), modules: idsOf(modules) };
  const withFiles = { ...call, answers: { ...call.answers, ...filed(form, call, idsOf(files)) } };
  const faults = faultsOf(form, withFiles, allowed);
  const isFaulty = faults.answers.length > 0 || faults.isUntold || faults.isUnpromised;
  const seen = { tried: isTried, left: new Set<string>(), refusal: null };
  return {
    call,
    uploads,
    isFaulty: isTried && isFaulty,
    isUntold: isTried && faults.isUntold,
    isUnpromised: isTried && faults.isUnpromised,
    texts: shownFaults(faults.answers, seen, currentLocale()),
    refused: send.error ? refusalOf(send.error).message : "",
    isSending: send.isPending,
    put: (part: Partial<Call>) => setCall((now) => ({ ...now, ...part })),
    answer: (parts: Record<string, string>) =>
      setCall((now) => ({ ...now, answers: { ...now.answers, ...parts } })),
    send() {
      setTried(true);
      if (isFaulty || uploads.isBusy) return;
      const { channel, told, promiseAt, locale } = call;
      const reason = m.console_new_waived({}, { locale });
      const answers = answered(form, withFiles, reason);
      const writtenAt = new Date(serverNow());
      const submission = { key: keys.key, form: form.id, locale, answers, writtenAt, context: {} };
      send.mutate({ submission, channel, told, promiseAt, replyKey: keys.replyKey });
    },
  };
}

/** The files stand with the question of the form that asks for some. */
function filed(form: Form, { answers }: Call, ids: string[]): Record<string, string[]> {
  const kind = typeof answers.kind === "string" ? answers.kind : "";
  const field = form.fields.find(
    ({ type, when }) => type === "files" && (!when?.kind || when.kind.includes(kind)),
  );
  return field && ids.length > 0 ? { [field.id]: ids } : {};
}
