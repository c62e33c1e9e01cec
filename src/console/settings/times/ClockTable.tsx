import { m } from "#messages";
import type { SlaBook } from "../../../../server/sla/book.ts";
import { GRADES, type Grade } from "../../../../server/sla/grades.ts";
import {
  type ChannelMetric,
  channelMetricSchema,
  policyMetricSchema,
} from "../../../../server/sla/metrics.ts";
import type { Policy, Rule } from "../../../../server/sla/policy.ts";
import { clockWords } from "../../words/clocks.ts";
import documentClasses from "../document/document.module.css";
import { givenName, gradeName, gradeShort } from "./names.ts";
import { RuleCell } from "./RuleCell.tsx";
import classes from "./times.module.css";

type Props = {
  book: SlaBook;
  policy: Policy;
  /** Its place in the book. */
  index: number;
  inForce: Policy | undefined;
  onChange: (change: (policy: Policy) => void) => void;
};

/** Clock by priority: goal → limit, each edited in its place. */
export function ClockTable({ book, policy, index, inForce, onChange }: Props) {
  return (
    <section className={documentClasses.section} aria-labelledby="clocks-title">
      <h2 id="clocks-title">{m.times_clocks()}</h2>
      <p className={documentClasses.hint}>{m.times_clocks_hint()}</p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{m.times_clock()}</th>
              {GRADES.map((grade) => (
                <th key={grade} scope="col" title={gradeName(grade)}>
                  {gradeShort(grade)}
                  <small>{givenName(usualCalendar(policy, grade))}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {policyMetricSchema.options.map((metric) => (
              <tr key={metric}>
                <th scope="row">{clockWords(metric).label()}</th>
                {GRADES.map((grade) => (
                  <td key={grade}>
                    <RuleCell
                      book={book}
                      usualCalendar={usualCalendar(policy, grade)}
                      name={`${gradeShort(grade)} · ${clockWords(metric).label()}`}
                      rule={policy.grades[grade][metric]}
                      like={GRADES.map((other) => policy.grades[other][metric]).find(Boolean)}
                      inForce={inForce?.grades[grade][metric]}
                      path={["policies", index, "grades", grade, metric]}
                      onChange={(rule) => onChange((copy) => put(copy.grades[grade], metric, rule))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ChannelRows {...{ book, policy, index, inForce, onChange }} />
    </section>
  );
}

/** Clocks beside those of the table, by the way a ticket came in. */
function ChannelRows({ book, policy, index, inForce, onChange }: Props) {
  const rows: readonly ChannelMetric[] = channelMetricSchema.options;
  return (
    <dl className={classes.channels}>
      {rows.map((metric) => (
        <div key={metric}>
          <dt>{clockWords(metric).label()}</dt>
          <dd>
            <RuleCell
              book={book}
              name={clockWords(metric).label()}
              rule={policy.channels[metric]}
              like={undefined}
              inForce={inForce?.channels[metric]}
              path={["policies", index, "channels", metric]}
              onChange={(rule) => onChange((copy) => put(copy.channels, metric, rule))}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The calendar that counts most times of a priority; a cell names its own only where it is another. */
function usualCalendar(policy: Policy, grade: Grade): string {
  const named = Object.values(policy.grades[grade]).map(({ calendar }) => calendar);
  const often = (id: string) => named.filter((other) => other === id).length;
  return named.reduce((best, id) => (often(id) > often(best) ? id : best), named[0] ?? "");
}

function put<K extends string>(row: Partial<Record<K, Rule>>, metric: K, rule: Rule | null): void {
  if (rule) row[metric] = rule;
  else delete row[metric];
}
