import { Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { Dialog } from "../../look/Dialog.tsx";
import { refreshWork, whyNot } from "./refresh.ts";
import { TimeField } from "./TimeField.tsx";
import classes from "./work.module.css";

const blank = { party: "", problem: "", points: "" };

/** Something asked outside the house: what they have to know to answer at once. */
export function AskThirdParty({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const [asked, setAsked] = useState(blank);
  const [wantedAt, setWantedAt] = useState<Date | null>(null);
  const ask = useMutation(
    trpc.teamwork.askThirdParty.mutationOptions({ onSuccess: onClose, onSettled: refreshWork }),
  );
  const field = (name: keyof typeof blank) => ({
    value: asked[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setAsked((now) => ({ ...now, [name]: value })),
  });
  const isFilled = Object.values(asked).every((text) => text.trim());
  return (
    <Dialog
      title={m.work_third_ask()}
      action={m.work_third_send()}
      canSend={isFilled && wantedAt !== null}
      isSending={ask.isPending}
      refused={whyNot(ask)}
      onSend={() => wantedAt && ask.mutate({ ...asked, ticketId: ticket.id, wantedAt })}
      onClose={onClose}
    >
      <TextInput data-autofocus label={m.work_third_party()} maxLength={300} {...field("party")} />
      <Textarea label={m.work_third_problem()} autosize minRows={2} {...field("problem")} />
      <Textarea
        label={m.work_third_points()}
        description={m.work_third_points_hint()}
        autosize
        minRows={2}
        {...field("points")}
      />
      <TimeField label={m.work_third_wanted()} value={wantedAt} onChange={setWantedAt} />
      <p className={classes.aside}>{m.work_third_rhythm()}</p>
    </Dialog>
  );
}
