import { Badge } from "@mantine/core";
import { CheckCheck, Clock3, Handshake, Lock } from "lucide-react";
import { m } from "#messages";
import { MINUTE } from "../../../../server/sla/instant.ts";
import type { Message, Ticket } from "../../api.ts";
import { Person } from "../../look/Person.tsx";
import { dayAndTime } from "../../time/dates.ts";
import { duration } from "../../time/durations.ts";
import { When } from "../../time/When.tsx";
import { Files } from "./Files.tsx";
import type { Told } from "./story.ts";
import classes from "./timeline.module.css";

type Props = {
  message: Message;
  /** The next update promised with this reply. */
  promise: Told | null;
  /** When the customer had it on the screen; null while nobody knows. */
  readAt: Date | null;
  customer: Ticket["customer"];
  /** For the message that opened the ticket: when the customer's device says it was written. */
  written: { at: Date; received: Date } | null;
};

export function MessageItem({ message, promise, readAt, customer, written }: Props) {
  const { kind } = message;
  const author =
    kind === "customer"
      ? (customer.name ?? customer.email ?? "")
      : (message.user?.name ?? m.console_system());
  return (
    <article
      className={classes.message}
      data-kind={kind}
      aria-label={m.console_message_by({ name: author })}
    >
      <header className={classes.author}>
        <Person name={author || "?"} size={26} />
        <b>{author}</b>
        {kind === "note" && (
          <Badge color="risk" leftSection={<Lock size={11} />}>
            {m.console_note_badge()}
          </Badge>
        )}
        <span className={classes.time}>
          <When at={message.createdAt} />
        </span>
      </header>
      {written && <Written {...written} />}
      {message.erasedAt ? (
        <p className={classes.erased}>{m.console_message_erased()}</p>
      ) : (
        <p className={classes.text}>{message.body}</p>
      )}
      <Files files={message.attachments} />
      {promise && (
        <p className={classes.promise}>
          <Handshake size={14} aria-hidden="true" />
          {promise.isLater
            ? m.console_message_delayed({ time: dayAndTime(promise.at.getTime()) })
            : m.console_message_promise({ time: dayAndTime(promise.at.getTime()) })}
        </p>
      )}
      {readAt && (
        <p className={classes.read}>
          <CheckCheck size={14} aria-hidden="true" />
          {m.console_message_read({ time: dayAndTime(readAt.getTime()) })}
        </p>
      )}
    </article>
  );
}

/** Said only when it matters: the form waited for a connection, or the device's clock is off. */
function Written({ at, received }: { at: Date; received: Date }) {
  const late = received.getTime() - at.getTime();
  if (late < 2 * MINUTE) return null;
  return (
    <p className={classes.written}>
      <Clock3 size={14} aria-hidden="true" />
      {m.console_written_before({ time: dayAndTime(at.getTime()), late: duration(late) })}
    </p>
  );
}
