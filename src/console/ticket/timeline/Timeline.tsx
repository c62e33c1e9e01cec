import { useLayoutEffect, useMemo, useRef } from "react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { isSameDay, longDay } from "../../time/dates.ts";
import { serverNow } from "../../time/now.ts";
import { DeedLine } from "./DeedLine.tsx";
import { MessageItem } from "./MessageItem.tsx";
import { type Item, storyOf } from "./story.ts";
import classes from "./timeline.module.css";

/** From here up, a reader is looking at what was, and is left alone when something is added. */
const nearEnd = 160;

/** What was said and done, oldest first, shown from its end. */
export function Timeline({ ticket }: { ticket: Ticket }) {
  const { messages, events } = ticket;
  const items = useMemo(() => storyOf({ messages, events }), [messages, events]);
  const box = useRef<HTMLElement>(null);
  const wasAtEnd = useRef(true);
  const story = useRef<HTMLOListElement>(null);
  // The story grows, and the composer takes room from it: its end stays in sight.
  useLayoutEffect(() => {
    const { current } = box;
    if (!current || !story.current) return;
    const observer = new ResizeObserver(() => {
      if (wasAtEnd.current) current.scrollTop = current.scrollHeight;
    });
    observer.observe(current);
    observer.observe(story.current);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    const { current } = box;
    if (!current) return;
    const below = current.scrollHeight - current.scrollTop - current.clientHeight;
    wasAtEnd.current = below < nearEnd;
  };
  return (
    <section
      ref={box}
      className={classes.box}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={m.console_timeline_label()}
    >
      <ol ref={story} className={classes.story}>
        {items.map((item) => (
          <li key={item.id} data-kind={item.kind}>
            <Part item={item} ticket={ticket} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Part({ item, ticket }: { item: Item; ticket: Ticket }) {
  if (item.kind === "deed") return <DeedLine deed={item.deed} ticket={ticket} />;
  if (item.kind === "message") {
    const isFirst = ticket.messages[0]?.id === item.id;
    return (
      <MessageItem
        message={item.message}
        promise={item.promise}
        readAt={item.readAt}
        customer={ticket.customer}
        written={isFirst ? { at: ticket.writtenAt, received: ticket.receivedAt } : null}
      />
    );
  }
  const at = item.at.getTime();
  return (
    <h2 className={classes.day}>{isSameDay(at, serverNow()) ? m.console_today() : longDay(at)}</h2>
  );
}
