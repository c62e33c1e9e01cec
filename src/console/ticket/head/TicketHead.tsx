import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ChevronLeft, Eye, PanelRight, RotateCcw } from "lucide-react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { useCommand } from "../../commands/commands.ts";
import { Keys } from "../../look/Keys.tsx";
import { PublicMark } from "../../look/PublicMark.tsx";
import { When } from "../../time/When.tsx";
import { isDone } from "../../words/statuses.ts";
import { useTicketActions } from "../actions.ts";
import type { ComposerState } from "../composer/useComposer.ts";
import { Why } from "../why/Why.tsx";
import { Clocks } from "./Clocks.tsx";
import classes from "./head.module.css";
import { OwnerMenu } from "./OwnerMenu.tsx";
import { PriorityMenu } from "./PriorityMenu.tsx";
import { StatusMenu } from "./StatusMenu.tsx";
import { TeamMenu } from "./TeamMenu.tsx";

type Props = { ticket: Ticket; composer: ComposerState; onShowContext: (() => void) | null };

/** What the ticket is, how it stands, and what is done with one click. */
export function TicketHead({ ticket, composer, onShowContext }: Props) {
  const actions = useTicketActions(ticket);
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <BackToQueue />
        <h1 id="ticket-subject" tabIndex={-1}>
          {ticket.subject}
        </h1>
        {onShowContext && (
          <Tooltip label={m.console_context_label()}>
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={onShowContext}
              aria-label={m.console_context_label()}
            >
              <PanelRight size={18} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <div className={classes.bar}>
        <span className={classes.number}>
          #{ticket.number}
          <span className={classes.received}>
            {" · "}
            <When at={ticket.receivedAt} />
          </span>
        </span>
        <PublicMark flags={ticket.flags} />
        <StatusMenu ticket={ticket} composer={composer} onReopen={actions.reopen} />
        <PriorityMenu ticket={ticket} />
        <Why ticket={ticket} />
        <TeamMenu ticket={ticket} />
        <OwnerMenu ticket={ticket} onAssign={actions.assign} />
        <span className={classes.space} />
        <MainActions ticket={ticket} composer={composer} actions={actions} />
      </div>
      <Clocks ticket={ticket} />
    </header>
  );
}

function BackToQueue() {
  const navigate = useNavigate();
  const { view = "open" } = useParams({ strict: false });
  const { q } = useSearch({ from: "/desk/queue/$view" });
  return (
    <ActionIcon
      className={classes.back ?? ""}
      variant="subtle"
      color="gray"
      size="lg"
      onClick={() =>
        void navigate({ to: "/queue/$view", params: { view }, search: q ? { q } : {} })
      }
      aria-label={m.console_back_to_queue()}
    >
      <ChevronLeft size={20} />
    </ActionIcon>
  );
}

type Actions = ReturnType<typeof useTicketActions>;

function MainActions({
  ticket,
  composer,
  actions,
}: Omit<Props, "onShowContext"> & { actions: Actions }) {
  const done = isDone(ticket.status);
  const ack = ticket.clocks.find(({ metric }) => metric === "ack");
  const canAcknowledge = !done && ack !== undefined && !ack.stoppedAt;
  useCommand("acknowledge", canAcknowledge && !actions.isBusy ? actions.acknowledge : null);
  useCommand("resolve", done ? null : () => composer.show("resolve"));
  if (ticket.mergedInto !== null) return null;
  if (done) {
    return (
      <Button
        variant="default"
        leftSection={<RotateCcw size={14} />}
        loading={actions.isBusy}
        onClick={actions.reopen}
      >
        {m.console_reopen()}
      </Button>
    );
  }
  if (!canAcknowledge) return null;
  return (
    <Button
      variant="light"
      leftSection={<Eye size={14} />}
      rightSection={<Keys of="i" />}
      loading={actions.isBusy}
      onClick={actions.acknowledge}
    >
      {m.console_acknowledge()}
    </Button>
  );
}
