import { Link } from "@tanstack/react-router";
import { FlaskConical } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages";
import { count, percent, shortDay } from "../figures.ts";
import section from "../section.module.css";
import classes from "./experiment.module.css";
import { type Experiment, useExperiment } from "./useExperiment.ts";

/** What suggestions cause, beside what only happens next to them. */
export function Causal() {
  const { data } = useExperiment();
  if (!data) return null;
  return (
    <aside className={classes.causal} aria-labelledby="causal">
      <h3 id="causal">
        <FlaskConical size={14} aria-hidden="true" />
        {m.report_causal_title()}
      </h3>
      <p className={section.note}>
        <CausalWords experiment={data} />
      </p>
      <Link to="/insight/experiment">{m.report_causal_link()}</Link>
    </aside>
  );
}

const rounded = (n: number): string => count(Math.round(n));
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** One sentence for each state; a number only once it was read on its day. */
export function CausalWords({ experiment }: { experiment: Experiment }): ReactNode {
  const { state, from, readOut, arms } = experiment;
  if (state === "off") return m.report_causal_off();
  if (state === "planned") return m.report_causal_planned({ day: shortDay(from!) });
  if (state === "broken") return m.report_causal_broken();
  if (state === "settling")
    return m.report_causal_settling({ day: shortDay(dayAfter(readOut!, 4)) });
  if (state === "done") return <Result experiment={experiment} />;
  const counts = arms && m.report_causal_counts({ cn: count(arms.C.n), tn: count(arms.T.n) });
  return [m.report_causal_running({ day: shortDay(readOut!) }), counts].filter(Boolean).join(" ");
}

function Result({ experiment: { result, avoided, arms, pairs } }: { experiment: Experiment }) {
  if (!result || !avoided) return m.report_few();
  const tickets = {
    tickets: rounded(avoided.tickets),
    lower: rounded(avoided.lower),
    upper: rounded(avoided.upper),
  };
  const points = (share: number): string => (100 * share).toFixed(1);
  const { difference, lower, upper } = result;
  return (
    <>
      <b>{lower > 0 ? m.report_causal_done(tickets) : m.report_causal_unproven(tickets)}</b>{" "}
      {m.report_causal_points({
        points: points(difference),
        lower: points(lower),
        upper: points(upper),
      })}{" "}
      {arms &&
        m.report_causal_arms({
          c: count(arms.C.x),
          cn: count(arms.C.n),
          t: count(arms.T.x),
          tn: count(arms.T.n),
        })}
      {pairs && m.report_causal_pairs({ count: pairs })}
    </>
  );
}

/** How much of what comes in can be compared by people at all. */
export function linkedWords({ linked: { rate, n } }: Experiment): string | null {
  if (rate === null || n === 0) return null;
  const told = m.report_causal_linked({ share: percent(rate) });
  return rate < 0.5 ? `${told} ${m.report_causal_link_weak()}` : told;
}
