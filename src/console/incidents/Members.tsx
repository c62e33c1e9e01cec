import { ActionIcon, Button } from "@mantine/core";
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages";
import { TicketLine } from "../teamwork/TicketLine.tsx";
import { When } from "../time/When.tsx";
import { statusOf } from "../words/statuses.ts";
import { AddByNumber } from "./AddByNumber.tsx";
import classes from "./incidents.module.css";
import { type Incident, type Member, useDeeds } from "./incidents.ts";
import { ticketCount } from "./words.ts";

/** Its tickets, and those that look like it. */
export function Members({ incident }: { incident: Incident }) {
  const { add, remove } = useDeeds();
  const { id: incidentId, tickets, offered, state } = incident;
  const isLive = state === "proposed" || state === "open";
  const take = (ticketIds: string[]) => add.mutate({ incidentId, ticketIds });
  return (
    <>
      <section className={classes.section} aria-labelledby="members-title">
        <h2 id="members-title">
          {m.incidents_tickets()} <small>{ticketCount(tickets.length)}</small>
        </h2>
        {tickets.length === 0 && <p className={classes.aside}>{m.incidents_tickets_none()}</p>}
        <ul className={classes.members}>
          {tickets.map((ticket) => (
            <Line key={ticket.id} ticket={ticket}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={m.incidents_remove_label({ number: ticket.number })}
                onClick={() => remove.mutate({ incidentId, ticketIds: [ticket.id] })}
              >
                <X size={15} />
              </ActionIcon>
            </Line>
          ))}
        </ul>
        {isLive && <AddByNumber onFound={(id) => take([id])} />}
      </section>
      {offered.length > 0 && <Offered offered={offered} isBusy={add.isPending} onTake={take} />}
    </>
  );
}

type OfferedProps = {
  offered: readonly Member[];
  isBusy: boolean;
  onTake: (ticketIds: string[]) => void;
};

function Offered({ offered, isBusy, onTake }: OfferedProps) {
  return (
    <section className={classes.section} aria-labelledby="offered-title">
      <h2 id="offered-title">{m.incidents_offered()}</h2>
      <p className={classes.aside}>{m.incidents_offered_hint()}</p>
      <ul className={classes.members}>
        {offered.map((ticket) => (
          <Line key={ticket.id} ticket={ticket}>
            <Button
              variant="subtle"
              leftSection={<Plus size={14} />}
              onClick={() => onTake([ticket.id])}
            >
              {m.incidents_add()}
            </Button>
          </Line>
        ))}
      </ul>
      {offered.length > 1 && (
        <Button
          variant="default"
          loading={isBusy}
          onClick={() => onTake(offered.map(({ id }) => id))}
        >
          {m.incidents_add_all({ count: offered.length })}
        </Button>
      )}
    </section>
  );
}

function Line({ ticket, children }: { ticket: Member; children: ReactNode }) {
  const { icon: Icon, label } = statusOf(ticket.status);
  const { customer } = ticket;
  return (
    <li>
      <Icon size={15} role="img" aria-label={label()} />
      <span>
        <TicketLine ticket={ticket} />
        <small className={classes.aside}>
          {customer.name ?? customer.email ?? ""} · {label()} · <When at={ticket.receivedAt} />
        </small>
      </span>
      {children}
    </li>
  );
}
