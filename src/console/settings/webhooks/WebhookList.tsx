import { ActionIcon, Badge, Button, Menu } from "@mantine/core";
import { Ellipsis, Pencil, Send, Trash2 } from "lucide-react";
import { m } from "#messages";
import { When } from "../../time/When.tsx";
import { Result } from "./Result.tsx";
import classes from "./webhooks.module.css";
import { useWebhookDeeds, type Webhook } from "./webhooks.ts";
import { eventName } from "./words.ts";

type Props = {
  webhooks: readonly Webhook[];
  onEdit: (webhook: Webhook) => void;
  onLog: (webhook: Webhook) => void;
};

export function WebhookList({ webhooks, onEdit, onLog }: Props) {
  return (
    <ul className={classes.list}>
      {webhooks.map((webhook) => (
        <li key={webhook.id} className={classes.item}>
          <div className={classes.what}>
            <h2>
              {webhook.name}
              {!webhook.active && <Badge color="gray">{m.settings_webhook_off()}</Badge>}
            </h2>
            <p className={classes.url}>{webhook.url}</p>
            <p className={classes.facts}>{wanted(webhook.events)}</p>
            <p className={classes.facts}>
              {m.settings_webhook_last()}{" "}
              {webhook.last ? (
                <>
                  <When at={webhook.last.createdAt} /> <Result of={webhook.last} />
                </>
              ) : (
                m.settings_webhook_last_none()
              )}
            </p>
          </div>
          <Button variant="default" onClick={() => onLog(webhook)}>
            {m.settings_webhook_log()}
          </Button>
          <More webhook={webhook} onEdit={() => onEdit(webhook)} />
        </li>
      ))}
    </ul>
  );
}

function wanted(events: readonly string[]): string {
  if (events.length === 0) return m.settings_webhook_all();
  if (events.length > 4) return m.settings_webhook_count({ count: events.length });
  return events.map(eventName).join(" · ");
}

function More({ webhook, onEdit }: { webhook: Webhook; onEdit: () => void }) {
  const { test, remove } = useWebhookDeeds();
  const { id, name } = webhook;
  const drop = () => {
    if (confirm(m.settings_webhook_remove_sure())) remove.mutate({ id });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          aria-label={m.settings_webhook_more({ name })}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Send size={15} />} onClick={() => test.mutate({ id })}>
          {m.settings_webhook_test()}
        </Menu.Item>
        <Menu.Item leftSection={<Pencil size={15} />} onClick={onEdit}>
          {m.settings_webhook_edit()}
        </Menu.Item>
        <Menu.Item leftSection={<Trash2 size={15} />} onClick={drop}>
          {m.settings_webhook_remove()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
