import { Alert, Button, FileButton, Input, SegmentedControl, Textarea } from "@mantine/core";
import { Paperclip } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useId } from "react";
import { m } from "#messages";
import type { Form } from "../../../content/forms.ts";
import type { Locale } from "../../../content/schema.ts";
import { isLive, type StaffChannel, staffChannelSchema } from "../../../server/tickets/channels.ts";
import { useSettings } from "../settings.ts";
import { FileChips } from "../ticket/composer/FileChips.tsx";
import { TimeField } from "../ticket/work/TimeField.tsx";
import { channelName } from "../words/channels.ts";
import { CustomerFields } from "./CustomerFields.tsx";
import { FormFields } from "./FormFields.tsx";
import classes from "./newticket.module.css";
import { newTicketSlot, useNewTicket } from "./useNewTicket.ts";

/** For somebody who called, came by, or was written about. */
export function NewTicketPage() {
  const form = useSettings().forms.find(({ id }) => id === "contact")!;
  useEffect(() => {
    document.title = m.console_new();
  }, []);
  return <NewTicket form={form} />;
}

function NewTicket({ form }: { form: Form }) {
  const ticket = useNewTicket(form);
  const { call, texts, answer } = ticket;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ticket.send();
  };
  return (
    <main className={classes.page}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <header>
          <h1>{m.console_new()}</h1>
          <p className={classes.hint}>{m.console_new_intro()}</p>
        </header>
        <Part title={m.console_new_who()}>
          <CustomerFields
            form={form}
            answers={call.answers}
            texts={texts}
            onFound={({ email, name, company, phone, locale }) => {
              answer({
                ...{ email: email ?? "", name: name ?? "" },
                ...{ company: company ?? "", phone: phone ?? "" },
              });
              ticket.put({ locale: locale as Locale });
            }}
            onChange={(id, value) => answer({ [id]: value })}
          />
          <Choice
            label={m.console_new_language()}
            value={call.locale}
            data={[
              { value: "en", label: "English" },
              { value: "zh", label: "中文" },
            ]}
            onChange={(locale) => ticket.put({ locale })}
          />
        </Part>
        <Part title={m.console_new_what()}>
          <Choice<StaffChannel>
            label={m.console_new_how()}
            value={call.channel}
            data={staffChannelSchema.options.map((value) => ({ value, label: channelName(value) }))}
            onChange={(channel) => ticket.put({ channel })}
          />
          <FormFields
            form={form}
            answers={call.answers}
            texts={texts}
            onChange={(id, value) => answer({ [id]: value })}
          />
          <Files ticket={ticket} />
        </Part>
        <Told ticket={ticket} />
        {ticket.isFaulty && (
          <Alert color="breached" variant="light" role="alert">
            {m.console_new_faults()}
          </Alert>
        )}
        {ticket.refused && (
          <Alert color="breached" variant="light" role="alert">
            {ticket.refused}
          </Alert>
        )}
        <Button type="submit" size="sm" className={classes.send ?? ""} loading={ticket.isSending}>
          {m.console_new_open()}
        </Button>
      </form>
    </main>
  );
}

type Ticket = ReturnType<typeof useNewTicket>;

function Files({ ticket: { uploads } }: { ticket: Ticket }) {
  return (
    <div className={classes.wide}>
      <FileButton multiple onChange={uploads.add}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<Paperclip size={14} />}>
            {m.console_new_file()}
          </Button>
        )}
      </FileButton>
      <FileChips slot={newTicketSlot} uploads={uploads} />
    </div>
  );
}

/** What was said is the first reply; whoever was there got one. */
function Told({ ticket }: { ticket: Ticket }) {
  const { told, promiseAt, channel } = ticket.call;
  return (
    <Part title={m.console_new_told()}>
      <Textarea
        className={classes.wide ?? ""}
        autosize
        minRows={3}
        aria-label={m.console_new_told()}
        description={
          isLive(channel)
            ? m.console_new_told_hint()
            : `${m.console_new_told_hint()} ${m.console_new_told_later()}`
        }
        error={ticket.isUntold && m.console_new_told_missing()}
        value={told}
        onChange={(event) => ticket.put({ told: event.currentTarget.value })}
      />
      <TimeField
        size="xs"
        label={m.console_new_promise()}
        error={ticket.isUnpromised && m.problem_promise_required()}
        value={promiseAt}
        onChange={(at) => ticket.put({ promiseAt: at })}
      />
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  data: { value: T; label: string }[];
  onChange: (value: T) => void;
};

function Choice<T extends string>({ label, value, data, onChange }: ChoiceProps<T>) {
  return (
    <div className={classes.wide}>
      <Input.Label component="p">{label}</Input.Label>
      <SegmentedControl
        className={classes.choice ?? ""}
        size="xs"
        aria-label={label}
        value={value}
        data={data}
        onChange={(next) => onChange(next as T)}
      />
    </div>
  );
}
