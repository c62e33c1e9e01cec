import { Alert } from "@mantine/core";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { useTeams } from "../../settings/rules/names.ts";
import { dayAndTime } from "../../time/dates.ts";
import { tell } from "../../words/events.ts";
import classes from "./composer.module.css";
import type { Sending } from "./useSending.ts";

const said: Record<string, () => string> = {
  public_reply: m.console_news_reply,
  customer_message: m.console_news_customer,
  note: m.console_news_note,
};

/** Why it was not sent, and, when somebody was faster, what is new. The text is kept. */
export function Refused({ ticket, sending }: { ticket: Ticket; sending: Sending }) {
  const { refusal, news } = sending;
  const teams = useTeams();
  if (!refusal) return null;
  return (
    <Alert color="breached" variant="light" role="alert" className={classes.refused ?? ""}>
      {refusal.message}
      {news.length > 0 && (
        <ul className={classes.news}>
          {news.map((event) => (
            <li key={String(event.id)}>
              {dayAndTime(event.at.getTime())} <b>{actorOf(event, ticket)}</b>{" "}
              {said[event.type]?.() ?? tell(event, ticket.people, teams)}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

function actorOf({ actorKind, actorId }: Ticket["events"][number], ticket: Ticket): string {
  if (actorKind === "customer") return ticket.customer.name ?? m.console_customer();
  return ticket.people.find(({ id }) => id === actorId)?.name ?? m.console_system();
}
