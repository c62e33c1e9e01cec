import { Button } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { Send } from "lucide-react";
import { useEffect, useState } from "react";
import { m } from "#messages";
import { useCommand } from "../commands/commands.ts";
import { Keys } from "../look/Keys.tsx";
import classes from "./outbox.module.css";
import { type Outgoing, undo, useOutbox } from "./outbox.ts";

/** Seconds until it leaves; null once it is on its way. */
export function useSecondsLeft({ leavesAt }: Outgoing): number | null {
  const [, again] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => again((n) => n + 1), 250);
    return () => clearInterval(timer);
  }, []);
  return leavesAt === null ? null : Math.max(0, Math.ceil((leavesAt - Date.now()) / 1000));
}

/** What waits for tickets that aren't shown; the shown one has it in its composer. */
export function OutboxToasts() {
  const { number } = useParams({ strict: false });
  const outgoing = useOutbox();
  const elsewhere = outgoing.filter((item) => String(item.number) !== number);
  const waiting = elsewhere.filter(({ leavesAt }) => leavesAt !== null).at(-1);
  useCommand("undo", waiting ? () => undo(waiting.slot) : null);
  return (
    <div className={classes.toasts} role="status">
      {elsewhere.map((item) => (
        <Toast key={item.slot} item={item} />
      ))}
    </div>
  );
}

function Toast({ item }: { item: Outgoing }) {
  const seconds = useSecondsLeft(item);
  const { number } = item;
  return (
    <div className={classes.toast}>
      <Send size={14} aria-hidden="true" />
      <span>
        {item.kind === "reply"
          ? m.console_outbox_reply({ number })
          : m.console_outbox_resolve({ number })}
      </span>
      {seconds === null ? (
        <span className={classes.aside}>{m.console_sending()}</span>
      ) : (
        <Button variant="subtle" onClick={() => undo(item.slot)} rightSection={<Keys of="z" />}>
          {m.console_undo()}
        </Button>
      )}
    </div>
  );
}
