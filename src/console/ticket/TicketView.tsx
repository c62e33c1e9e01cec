import { Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useEffect, useRef } from "react";
import { m } from "#messages";
import type { Ticket } from "../api.ts";
import { useCommand } from "../commands/commands.ts";
import { Capture } from "./Capture.tsx";
import { asksForArticle } from "./captureFeature.ts";
import { Composer } from "./composer/Composer.tsx";
import { useComposer } from "./composer/useComposer.ts";
import { ContextPane } from "./context/ContextPane.tsx";
import { Filing } from "./context/Filing.tsx";
import { TicketHead } from "./head/TicketHead.tsx";
import { Merged } from "./incident/Merged.tsx";
import classes from "./ticket.module.css";
import { Timeline } from "./timeline/Timeline.tsx";
import { useOpened } from "./useOpened.ts";

/** One ticket: its head, what happened, the composer; beside it the customer and the facts. */
export function TicketView({ ticket }: { ticket: Ticket }) {
  const isWide = useMediaQuery("(min-width: 80em)", undefined, { getInitialValueInEffect: false });
  const [contextShown, context] = useDisclosure(false);
  const [filing, file] = useDisclosure(false);
  useCommand("file", file.open);
  useOpened(ticket);
  const composer = useComposer(ticket);
  // Nothing is done with it any more: the other one goes on.
  const isMerged = ticket.mergedInto !== null;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `#${ticket.number} ${ticket.subject}`;
  }, [ticket.number, ticket.subject]);
  useEffect(() => {
    pane.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, []);
  const update = () => {
    context.close();
    notifications.show({ message: m.work_stage_tell(), color: "open" });
    composer.show("reply");
  };
  return (
    <div className={classes.layout}>
      <section ref={pane} className={classes.pane} aria-labelledby="ticket-subject">
        <TicketHead
          ticket={ticket}
          composer={composer}
          onShowContext={isWide ? null : context.open}
        />
        <Merged ticket={ticket} />
        <Timeline ticket={ticket} />
        {/* Asked after solving: use, write or skip an article. */}
        {!isMerged && asksForArticle(ticket) && <Capture ticket={ticket} />}
        {!isMerged && <Composer ticket={ticket} composer={composer} />}
      </section>
      {isWide ? (
        <aside className={classes.context} aria-label={m.console_context_label()}>
          <ContextPane ticket={ticket} onUpdate={update} onFile={file.open} />
        </aside>
      ) : (
        <Drawer
          opened={contextShown}
          onClose={context.close}
          position="right"
          size={360}
          classNames={{ body: classes.drawer ?? "" }}
          title={m.console_context_label()}
          closeButtonProps={{ "aria-label": m.console_close() }}
        >
          <ContextPane ticket={ticket} onUpdate={update} onFile={file.open} />
        </Drawer>
      )}
      {filing && <Filing ticket={ticket} onClose={file.close} />}
    </div>
  );
}
