import { Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Flag, ListX, ShieldAlert, Siren, UserRound } from "lucide-react";
import { m } from "#messages";
import { queryClient, type QueueRow as Row, trpc } from "../api.ts";
import { Person } from "../look/Person.tsx";
import { PublicMark } from "../look/PublicMark.tsx";
import { flagName, flowWord, teamNameIn, useTeams } from "../settings/rules/names.ts";
import { useFromNow } from "../time/now.ts";
import { priorityName } from "../words/grades.ts";
import { statusOf } from "../words/statuses.ts";
import { Countdown } from "./Countdown.tsx";
import classes from "./row.module.css";

type Props = { ticket: Row; view: string; text: string; isShown: boolean };

/** One ticket of the queue. A link, so that it opens in another tab like any other. */
export function QueueRow({ ticket, view, text, isShown }: Props) {
  const { number, customer, assignee } = ticket;
  const { icon: StatusIcon, label } = statusOf(ticket.status);
  const prefetch = () => void queryClient.prefetchQuery(trpc.tickets.get.queryOptions({ number }));
  return (
    <li>
      <Link
        to="/queue/$view/$number"
        params={{ view, number: String(number) }}
        search={text ? { q: text } : {}}
        className={classes.row ?? ""}
        data-queue-row={number}
        data-new={ticket.status === "new"}
        aria-current={isShown ? "true" : undefined}
        onClick={() => isShown && document.getElementById("ticket-subject")?.focus()}
        onMouseEnter={prefetch}
        onFocus={prefetch}
      >
        <StatusIcon size={15} className={classes.status} role="img" aria-label={label()} />
        <span className={classes.main}>
          <span className={classes.subject}>{ticket.subject}</span>
          <span className={classes.facts}>
            <span data-priority={ticket.priority} title={priorityName(ticket.priority)}>
              {ticket.priority}
            </span>
            <span>#{number}</span>
            <span className={classes.customer}>{customer.name ?? customer.email ?? ""}</span>
            {customer.tier === "vip" && <b className={classes.vip}>{m.console_vip()}</b>}
            <Countdown ticket={ticket} />
            <Behind ticket={ticket} />
          </span>
          <Routing ticket={ticket} />
        </span>
        <Owner name={assignee?.name} />
      </Link>
    </li>
  );
}

/** Who has it as a team, and what to know before opening it. */
function Routing({ ticket: { team, flags, flow, incident } }: { ticket: Row }) {
  const teams = useTeams();
  if (!team && flags.length === 0 && !incident) return null;
  return (
    <span className={classes.facts}>
      {team && <span className={classes.customer}>{teamNameIn(teams, team)}</span>}
      {flow && (
        <span className={classes.mark} data-flow={flow}>
          <ShieldAlert size={11} aria-hidden="true" />
          {flowWord(flow)}
        </span>
      )}
      {incident && (
        <span className={classes.mark}>
          <Siren size={11} aria-hidden="true" />
          {m.incidents_number({ number: incident.number })}
        </span>
      )}
      <PublicMark flags={flags} />
      {flags
        .filter((flag) => flag !== "public")
        .map((flag) => (
          <span key={flag} className={classes.mark}>
            <Flag size={11} aria-hidden="true" />
            {flagName(flag)}
          </span>
        ))}
    </span>
  );
}

/** A stage or a task of others that should have been done. */
function Behind({ ticket: { stages, tasks } }: Pick<Props, "ticket">) {
  const isBehind = useFromNow((now) =>
    [...stages, ...tasks].some(({ dueAt }) => dueAt !== null && dueAt.getTime() < now),
  );
  if (!isBehind) return null;
  return (
    <span className={classes.behind} title={m.work_behind_title()}>
      <ListX size={14} role="img" aria-label={m.work_behind_title()} />
    </span>
  );
}

function Owner({ name }: { name: string | undefined }) {
  return (
    <Tooltip label={name ?? m.console_nobody()}>
      <span className={classes.owner}>
        <span className="visually-hidden">
          {m.console_owner_is({ name: name ?? m.console_nobody() })}
        </span>
        {name ? (
          <Person name={name} />
        ) : (
          <span className={classes.nobody}>
            <UserRound size={12} aria-hidden="true" />
          </span>
        )}
      </span>
    </Tooltip>
  );
}
