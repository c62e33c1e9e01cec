import { m } from "#messages";
import { timeText } from "../ask/clock.ts";
import { useTo } from "../ask/language.ts";
import type { Ticket } from "./ticket.ts";
import { stageText } from "./words.ts";

/** How it stands, fact by fact: for whoever looks up one thing. */
export function Standing({ ticket }: { ticket: Ticket }) {
  const to = useTo();
  const { stage, owner, updatedAt, headline } = ticket;
  const by = "by" in headline ? headline.by : null;
  const rows: [string, string | null][] = [
    [m.ask_fact_stage({}, to), stageText(stage, to.locale)],
    [m.ask_fact_owner({}, to), owner],
    [m.ask_fact_updated({}, to), timeText(updatedAt, to.locale)],
    [m.ask_fact_next({}, to), by && timeText(by, to.locale)],
  ];
  return (
    <dl className="status-facts">
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What is planned, and where it can be followed. */
export function Plan({ ticket: { planText, planLink, stage } }: { ticket: Ticket }) {
  const to = useTo();
  if (!planText || (stage !== "planned" && stage !== "closed")) return null;
  return (
    <section className="status-plan" aria-labelledby="status-plan">
      <h2 id="status-plan">{m.ask_plan_title({}, to)}</h2>
      <p>{planText}</p>
      {planLink && (
        <p>
          <a href={planLink} rel="noopener noreferrer">
            {m.ask_plan_follow({}, to)}
          </a>
        </p>
      )}
    </section>
  );
}
