import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { useSettings } from "../../settings.ts";
import { dateAndTime } from "../../time/dates.ts";
import classes from "./context.module.css";
import { answeredFields, readSnapshot, type Snapshot } from "./snapshot.ts";

/** The form and what the browser added, exactly as the customer sent it. */
export function AsSent({ ticket }: { ticket: Ticket }) {
  const settings = useSettings();
  const snapshot = readSnapshot(ticket.snapshot?.data);
  if (!snapshot) return <p className={classes.quiet}>{m.console_as_sent_none()}</p>;
  const fields = answeredFields(snapshot, settings, shownBeside(ticket));
  const surroundings = surroundingsOf(snapshot);
  if (fields.length + surroundings.length === 0)
    return <p className={classes.quiet}>{m.console_as_sent_shown()}</p>;
  return (
    <>
      {fields.length > 0 && (
        <dl className={classes.answers}>
          {fields.map(({ id, label, value, isWaived }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd data-waived={isWaived}>{readable(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {surroundings.length > 0 && <Surroundings rows={surroundings} />}
    </>
  );
}

/** What the customer's card and the details say already. */
function shownBeside({ kind, category, module, impact, urgency, customer }: Ticket) {
  const { name, email, company, phone } = customer;
  return { kind, category, module, impact, urgency, name, email, company, phone };
}

/** A time is written as a time. */
const readable = (value: string): string =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(value) ? dateAndTime(Date.parse(value)) : value;

const labels: Record<string, () => string> = {
  searches: m.console_context_searches,
  articles: m.console_context_articles,
  page: m.console_context_page,
  browser: m.console_context_browser,
  os: m.console_context_os,
  screen: m.console_context_screen,
};

/** Where the customer came from: what they searched for, read, and used. */
const surroundingsOf = ({ context }: Snapshot) =>
  Object.entries(labels).flatMap(([id, label]) => {
    const values = [context[id] ?? []].flat();
    return values.length > 0 ? [{ id, label, values }] : [];
  });

function Surroundings({ rows }: { rows: ReturnType<typeof surroundingsOf> }) {
  return (
    <details className={classes.details}>
      <summary>{m.console_context_title()}</summary>
      <dl className={classes.answers}>
        {rows.map(({ id, label, values }) => (
          <div key={id}>
            <dt>{label()}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
