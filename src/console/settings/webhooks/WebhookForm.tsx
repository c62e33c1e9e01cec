import { Button, Checkbox, Modal, Switch, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { refusalOf } from "../../refusal.ts";
import classes from "./webhooks.module.css";
import { useWebhookDeeds, type Webhook } from "./webhooks.ts";
import { eventName } from "./words.ts";

type Props = {
  /** Null: a new one. */
  webhook: Webhook | null;
  events: readonly string[];
  onClose: () => void;
  /** Told the secret of a new one. */
  onMade: (made: { name: string; secret: string }) => void;
};

const fresh = { name: "", url: "https://", events: [] as string[], active: true };
type Draft = typeof fresh;

export function WebhookForm({ webhook, events, onClose, onMade }: Props) {
  const [draft, setDraft] = useState<Draft>(webhook ?? fresh);
  const { create, save } = useWebhookDeeds();
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const { name } = draft;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { id } = webhook ?? {};
    const input = { ...draft, events: draft.events as Webhook["events"] as never };
    if (id) save.mutate({ ...input, id }, { onSuccess: onClose });
    else
      create.mutate(input, {
        onSuccess: ({ secret }) => {
          onClose();
          onMade({ name, secret });
        },
      });
  };
  const error = create.error ?? save.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        webhook ? m.settings_webhook_edit_title({ name: webhook.name }) : m.settings_webhooks_add()
      }
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <form className={classes.form} onSubmit={send}>
        <Fields draft={draft} change={change} />
        <Events
          all={events}
          chosen={draft.events}
          onChange={(chosen) => change({ events: chosen })}
        />
        {webhook && (
          <Switch
            checked={draft.active}
            onChange={(event) => change({ active: event.currentTarget.checked })}
            label={m.settings_webhook_active()}
          />
        )}
        <p role="alert" className={classes.refusal}>
          {error && refusalOf(error).message}
        </p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {m.console_cancel()}
          </Button>
          <Button
            type="submit"
            loading={create.isPending || save.isPending}
            disabled={!name.trim() || !isAddress(draft.url)}
          >
            {webhook ? m.settings_webhook_save() : m.settings_webhook_create()}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const isAddress = (url: string): boolean => /^https?:\/\/[^\s/]+/.test(url) && URL.canParse(url);

function Fields({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const [left, setLeft] = useState(false);
  return (
    <>
      <TextInput
        label={m.settings_webhook_name()}
        value={draft.name}
        maxLength={80}
        data-autofocus
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={m.settings_webhook_url()}
        description={m.settings_webhook_url_hint()}
        value={draft.url}
        inputMode="url"
        spellCheck={false}
        error={left && !isAddress(draft.url) && m.settings_webhook_url_bad()}
        onBlur={() => setLeft(true)}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
    </>
  );
}

type EventsProps = {
  all: readonly string[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
};

function Events({ all, chosen, onChange }: EventsProps) {
  return (
    <Checkbox.Group
      label={m.settings_webhook_events()}
      description={m.settings_webhook_events_hint()}
      value={chosen}
      onChange={onChange}
    >
      <div className={classes.events}>
        {all.map((event) => (
          <Checkbox key={event} size="xs" value={event} label={eventName(event)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
