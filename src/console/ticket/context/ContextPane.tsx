import { ActionIcon, Tooltip } from "@mantine/core";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { TicketArticles } from "../../knowledge/capture/TicketArticles.tsx";
import { TicketIncident } from "../incident/TicketIncident.tsx";
import { WorkPart } from "../work/WorkPart.tsx";
import { AsSent } from "./AsSent.tsx";
import { CustomerCard } from "./CustomerCard.tsx";
import classes from "./context.module.css";
import { Facts } from "./Facts.tsx";
import { OtherTickets } from "./OtherTickets.tsx";

type Props = { ticket: Ticket; onUpdate: () => void; onFile: () => void };

/** Everything about the customer and the case on one side. */
export function ContextPane({ ticket, onUpdate, onFile }: Props) {
  return (
    <div className={classes.pane}>
      <CustomerCard customer={ticket.customer} />
      <TicketIncident ticket={ticket} />
      <WorkPart ticket={ticket} onUpdate={onUpdate} />
      <Part title={m.console_facts_title()} action={<FileButton onFile={onFile} />}>
        <Facts ticket={ticket} />
      </Part>
      <Part title={m.knowledge_ticket_title()}>
        <TicketArticles ticket={ticket} />
      </Part>
      <Part title={m.console_as_sent_title()}>
        <AsSent ticket={ticket} />
      </Part>
      <Part title={m.console_other_tickets_title()}>
        <OtherTickets ticket={ticket} />
      </Part>
    </div>
  );
}

const FileButton = ({ onFile }: Pick<Props, "onFile">) => (
  <Tooltip label={m.console_file_change()}>
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      onClick={onFile}
      aria-label={m.console_file_change()}
      aria-keyshortcuts="f"
    >
      <Pencil size={14} />
    </ActionIcon>
  </Tooltip>
);

function Part(props: { title: string; action?: ReactNode; children: ReactNode }) {
  const { title, action, children } = props;
  return (
    <section className={classes.part}>
      <header className={classes.partHead}>
        <h2>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
