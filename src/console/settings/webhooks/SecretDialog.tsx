import { Button, CopyButton, Modal, TextInput } from "@mantine/core";
import { m } from "#messages";
import classes from "./webhooks.module.css";

type Props = { made: { name: string; secret: string }; onClose: () => void };

/** The key, this once: it isn't closed by a click beside it. */
export function SecretDialog({ made: { name, secret }, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      withCloseButton={false}
      title={m.settings_webhook_secret_title({ name })}
    >
      <div className={classes.form}>
        <p>{m.settings_webhook_secret_hint()}</p>
        <TextInput
          readOnly
          value={secret}
          aria-label={m.settings_webhook_secret_title({ name })}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className={classes.buttons}>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? m.settings_webhook_copied() : m.settings_webhook_copy()}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{m.settings_webhook_secret_done()}</Button>
        </div>
      </div>
    </Modal>
  );
}
