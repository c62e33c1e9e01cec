import { Siren } from "lucide-react";
import type { CSSProperties } from "react";
import { m } from "#messages";
import { titleOf } from "./definitions.ts";
import { count, sentences } from "./figures.ts";
import { NumberLink, RowsLink } from "./NumberLink.tsx";
import type { Count, Overview } from "./overview.ts";
import classes from "./promises.module.css";
import { Rates } from "./Rates.tsx";
import { Sentence, slot } from "./Sentence.tsx";
import section from "./section.module.css";
import { standingIds, standings } from "./standings.ts";

type Numbers = Overview["sla"];

/** What is owed to customers now, and how much of it was kept. */
export function Promises({ numbers }: { numbers: Numbers }) {
  const { open, dueTimes, attainment } = numbers;
  return (
    <section className={section.section} aria-labelledby="promises">
      <h2 id="promises">{m.charts_promises()}</h2>
      <div className={section.hero}>
        <p className={section.big}>
          <NumberLink show="open" size="hero">
            {count(open.count)}
          </NumberLink>
          <span>{m.charts_open_now()}</span>
        </p>
        <p>
          <Urgent dueTimes={dueTimes} />
        </p>
      </div>
      <Standings counts={numbers.standings} />
      <h3>{m.charts_due()}</h3>
      <DueTimes counts={dueTimes} />
      <h3>{m.charts_attainment()}</h3>
      <Rates rows={attainment.map((share) => ({ share }))} />
    </section>
  );
}

const countOf = (counts: readonly Count[], id: string): number =>
  counts.find(({ definition }) => definition === id)?.count ?? 0;

/** What is to be done first. */
function Urgent({ dueTimes }: { dueTimes: readonly Count[] }) {
  const overdue = countOf(dueTimes, "overdue");
  const soon = countOf(dueTimes, "next_hour");
  if (overdue + soon === 0) return m.charts_nothing_urgent();
  const slots = {
    overdue: <NumberLink show="overdue">{count(overdue)}</NumberLink>,
    soon: <NumberLink show="next_hour">{count(soon)}</NumberLink>,
  };
  const texts = [
    ...(overdue > 0 ? [m.charts_overdue({ count: overdue, n: slot("overdue") })] : []),
    ...(soon > 0 ? [m.charts_soon({ count: soon, n: slot("soon") })] : []),
  ];
  return <Sentence text={sentences(texts)} slots={slots} />;
}

/** Open tickets as one bar, and what its parts are. */
function Standings({ counts }: { counts: readonly Count[] }) {
  return (
    <>
      <div className={classes.bar} aria-hidden="true">
        {standingIds
          .filter((id) => countOf(counts, id) > 0)
          .map((id) => (
            <span key={id} data-standing={id} style={{ flexGrow: countOf(counts, id) }} />
          ))}
      </div>
      <ul className={classes.parts}>
        {standingIds.map((id) => {
          const Icon = standings[id];
          return (
            <li key={id} data-standing={id} data-none={countOf(counts, id) === 0}>
              <RowsLink show={id}>
                <Icon size={14} aria-hidden="true" />
                <span>{titleOf(id)}</span> <b>{count(countOf(counts, id))}</b>
              </RowsLink>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Open tickets by when they are due, as bars of one scale. */
function DueTimes({ counts }: { counts: readonly Count[] }) {
  const most = Math.max(1, ...counts.map((part) => part.count));
  return (
    <ul className={classes.due}>
      {counts.map(({ definition, count: n }) => (
        <li key={definition} data-due={definition} data-none={n === 0}>
          <span className={classes.dueLabel}>
            {definition === "overdue" && n > 0 && <Siren size={14} aria-hidden="true" />}
            {titleOf(definition)}
          </span>
          <span className={classes.track} aria-hidden="true">
            <span style={{ "--share": n / most } as CSSProperties} />
          </span>
          <NumberLink show={definition}>{count(n)}</NumberLink>
        </li>
      ))}
    </ul>
  );
}
