import { Button } from "@mantine/core";
import { Send } from "lucide-react";
import { useEffect, useRef } from "react";
import { m } from "#messages";
import { useCommand } from "../../commands/commands.ts";
import { Keys } from "../../look/Keys.tsx";
import { useSecondsLeft } from "../../outbox/OutboxToasts.tsx";
import { type Outgoing, sendNow, undo } from "../../outbox/outbox.ts";
import classes from "./composer.module.css";
import { draftOf } from "./drafts.ts";

/** Five seconds in which a message can be taken back; the text is still the draft. */
export function Pending({ outgoing, onUndone }: { outgoing: Outgoing; onUndone: () => void }) {
  const seconds = useSecondsLeft(outgoing);
  const button = useRef<HTMLButtonElement>(null);
  const { slot, kind } = outgoing;
  useEffect(() => button.current?.focus(), []);
  const takeBack = () => {
    undo(slot);
    onUndone();
  };
  useCommand("undo", seconds === null ? null : takeBack);
  return (
    <div className={classes.pending}>
      <p className={classes.preview}>{draftOf(slot).text || m.console_pending_no_text()}</p>
      <div className={classes.bar}>
        <Send size={14} aria-hidden="true" />
        <span role="status">
          {kind === "reply" ? m.console_pending_reply() : m.console_pending_resolve()}
        </span>
        <span className={classes.seconds}>
          {seconds === null ? m.console_sending() : m.console_pending_seconds({ seconds })}
        </span>
        <span className={classes.space} />
        <Button variant="subtle" disabled={seconds === null} onClick={() => sendNow(slot)}>
          {m.console_send_now()}
        </Button>
        <Button
          ref={button}
          variant="default"
          disabled={seconds === null}
          onClick={takeBack}
          rightSection={<Keys of="z" />}
        >
          {m.console_undo()}
        </Button>
      </div>
    </div>
  );
}
