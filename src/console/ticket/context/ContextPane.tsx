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

/** Everything about the customer and the case on one side. */
export function ContextPane({ ticket, onUpdate }: { ticket: Ticket; onUpdate: () => void }) {
  return (
    <div className={classes.pane}>
      <CustomerCard customer={ticket.customer} />
      <TicketIncident ticket={ticket} />
      <WorkPart ticket={ticket} onUpdate={onUpdate} />
      <Part title={m.console_facts_title()}>
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

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
