import { Button, Skeleton } from "@mantine/core";
import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { m } from "#messages";
import { Notice } from "../../look/Notice.tsx";
import { refusalOf } from "../../refusal.ts";
import classes from "../settings.module.css";
import { DeliveryLog } from "./DeliveryLog.tsx";
import { SecretDialog } from "./SecretDialog.tsx";
import { WebhookForm } from "./WebhookForm.tsx";
import { WebhookList } from "./WebhookList.tsx";
import { useWebhooks, type Webhook } from "./webhooks.ts";

/** Who else hears of events. */
export function WebhooksPage() {
  const { data, error, refetch } = useWebhooks();
  const [edited, setEdited] = useState<Webhook | "new" | null>(null);
  const [logged, setLogged] = useState<Webhook | null>(null);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  useEffect(() => {
    document.title = m.settings_webhooks();
  }, []);
  return (
    <main className={classes.settings}>
      <div className={classes.page}>
        <header className={classes.head}>
          <div>
            <h1>{m.settings_webhooks()}</h1>
            <p>{m.settings_webhooks_intro()}</p>
          </div>
          <Button
            leftSection={<Plus size={14} aria-hidden="true" />}
            onClick={() => setEdited("new")}
          >
            {m.settings_webhooks_add()}
          </Button>
        </header>
        {error && !data && (
          <Notice
            title={refusalOf(error).message}
            action={{ label: m.console_retry(), run: () => void refetch() }}
          />
        )}
        {!error && !data && <Skeleton height={160} />}
        {data?.webhooks.length === 0 && (
          <Notice icon={WebhookIcon} title={m.settings_webhooks_none()}>
            {m.settings_webhooks_none_hint()}
          </Notice>
        )}
        {data && <WebhookList webhooks={data.webhooks} onEdit={setEdited} onLog={setLogged} />}
      </div>
      {data && edited && (
        <WebhookForm
          webhook={edited === "new" ? null : edited}
          events={data.events}
          onClose={() => setEdited(null)}
          onMade={setMade}
        />
      )}
      {logged && <DeliveryLog webhook={logged} onClose={() => setLogged(null)} />}
      {made && <SecretDialog made={made} onClose={() => setMade(null)} />}
    </main>
  );
}
