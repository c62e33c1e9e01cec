import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { seenOf, useDeeds, useIncidentOf } from "../../incidents/incidents.ts";
import { StateBadge } from "../../incidents/StateBadge.tsx";
import { inWords } from "../../incidents/words.ts";
import classes from "../context/context.module.css";
import work from "../work/work.module.css";

/** The incident a ticket belongs to, or those it may belong to; nothing where there is none. */
export function TicketIncident({ ticket }: { ticket: Ticket }) {
  const { data } = useIncidentOf(ticket.id);
  if (!data || (!data.incident && data.offered.length === 0)) return null;
  const { incident, offered } = data;
  return (
    <section className={classes.part}>
      <h2>{incident ? m.incidents_in_incident() : m.incidents_may_belong()}</h2>
      <div className={work.rows}>
        {incident && <Line incident={incident} />}
        {offered.map((one) => (
          <Offer key={one.id} ticketId={ticket.id} incident={one} />
        ))}
      </div>
    </section>
  );
}

type Shown = { number: number; state: string; title: unknown };

const Line = ({ incident: { number, state, title } }: { incident: Shown }) => (
  <p>
    <StateBadge state={state} />{" "}
    <Link to="/incidents/$number" params={{ number: String(number) }}>
      {inWords(title) || m.incidents_number({ number })}
    </Link>
  </p>
);

type OfferProps = { ticketId: string; incident: Shown & { id: string; version: number } };

function Offer({ ticketId, incident }: OfferProps) {
  const { add, reopen } = useDeeds();
  const isFixed = incident.state === "resolved";
  const join = () => add.mutate({ incidentId: incident.id, ticketIds: [ticketId] });
  const act = () => (isFixed ? reopen.mutate(seenOf(incident), { onSuccess: join }) : join());
  return (
    <div>
      <Line incident={incident} />
      <Button
        variant="default"
        mt={4}
        loading={add.isPending || reopen.isPending}
        onClick={act}
        styles={{ label: { whiteSpace: "normal" } }}
      >
        {isFixed ? m.incidents_join_reopen() : m.incidents_join()}
      </Button>
    </div>
  );
}
