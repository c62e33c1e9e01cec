import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { dayAndTime } from "../../time/dates.ts";
import { duration } from "../../time/durations.ts";
import { clockWords } from "../../words/clocks.ts";
import { statusOf } from "../../words/statuses.ts";
import type { Week } from "../board.ts";
import { Notes } from "./Notes.tsx";
import classes from "./week.module.css";

export type Case = Week["cases"][number];

const reasons: Record<Case["reason"], () => string> = {
  silence: m.lead_week_why_silence,
  promises: m.lead_week_why_promises,
  emotion: m.lead_week_why_emotion,
  random: m.lead_week_why_random,
};

/** One case: how long it took, how the customer felt, when nobody spoke, what was not kept. */
export function CaseOfWeek({ found }: { found: Case }) {
  const { number, subject, priority, owner, status, reason, silences, brokenPromises } = found;
  return (
    <article className={classes.case} aria-labelledby={`case-${number}`}>
      <h2 id={`case-${number}`}>
        <Link to="/tickets/$number" params={{ number: String(number) }}>
          #{number} {subject}
        </Link>
      </h2>
      <p className={classes.about}>
        <b>{reasons[reason]()}</b> · {priority} · {statusOf(status).label()} ·{" "}
        {owner ?? m.lead_nobody()}
      </p>
      <dl className={classes.facts}>
        <Times took={found.took} />
        <Fact title={m.lead_week_emotion()} lines={[emotionOf(found)]} />
        <Fact title={m.lead_week_silences()} lines={silences.map(silenceOf)} />
        <Fact title={m.lead_week_promises()} lines={brokenPromises.map(promiseOf)} />
      </dl>
      <Notes found={found} />
    </article>
  );
}

function Fact({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <dt>{title}</dt>
      {(lines.length > 0 ? lines : [m.lead_week_nothing()]).map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}

const times = ["ack", "first_reply", "resolution"] as const;

const Times = ({ took }: Pick<Case, "took">) => (
  <div>
    <dt>{m.lead_week_times()}</dt>
    {times.map((metric) => (
      <dd key={metric} className={classes.time}>
        <span>{clockWords(metric).label()}</span>{" "}
        <span>{took[metric] === null ? m.lead_week_not_yet() : duration(took[metric] * 1000)}</span>
      </dd>
    ))}
  </div>
);

function emotionOf({ emotion }: Case): string {
  if (!emotion) return m.lead_week_untriaged();
  const score =
    emotion.score > 0 ? m.lead_week_score({ score: emotion.score }) : m.lead_week_calm();
  return [score, ...emotion.flags].join(" · ");
}

type Stretch = Case["silences"][number];
const said = (at: Date): string => dayAndTime(at.getTime());

const silenceOf = ({ from, to }: Stretch): string =>
  to
    ? m.lead_week_stretch({ from: said(from), time: duration(to.getTime() - from.getTime()) })
    : m.lead_week_lasting({ from: said(from) });

const promiseOf = ({ from, to }: Stretch): string =>
  to
    ? m.lead_week_heard({ from: said(from), to: said(to) })
    : m.lead_week_unheard({ from: said(from) });
