import type { CSSProperties } from "react";
import { m } from "#messages";
import { titleOf } from "./definitions.ts";
import { count, percent, percents } from "./figures.ts";
import { NumberLink } from "./NumberLink.tsx";
import type { Share } from "./overview.ts";
import classes from "./rates.module.css";
import { Sentence, slot } from "./Sentence.tsx";

type Tone = "lead" | "part" | "weak";
type Row = { share: Share; tone?: Tone };

/** Shares on one scale from 0 to 100 %, each with its interval, its counts and its number. */
export function Rates({ rows }: { rows: readonly Row[] }) {
  return (
    <div>
      <p className={classes.scale} aria-hidden="true">
        {[0, 0.5, 1].map((at) => (
          <span key={at}>{percent(at)}</span>
        ))}
      </p>
      <ul className={classes.rates}>
        {rows.map(({ share, tone }) => (
          <li key={share.definition} className={classes.rate} data-tone={tone}>
            <span className={classes.label}>
              {titleOf(share.definition)}
              <Counts share={share} />
            </span>
            <Plot share={share} />
            <Value share={share} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Counts({ share: { x, n, of } }: { share: Share }) {
  const slots = {
    x: <NumberLink show={of.x}>{count(x)}</NumberLink>,
    n: <NumberLink show={of.n}>{count(n)}</NumberLink>,
  };
  return (
    <small>
      <Sentence text={m.charts_x_of_n({ x: slot("x"), n: slot("n") })} slots={slots} />
    </small>
  );
}

/** A bar from the lower to the upper bound, a dot at the share itself. */
function Plot({ share: { rate, lower, upper, show } }: { share: Share }) {
  const at = { "--rate": rate, "--lower": lower, "--upper": upper } as CSSProperties;
  return (
    <span className={classes.plot} data-show={show} style={at} aria-hidden="true">
      {show !== "counts" && (
        <>
          <span className={classes.interval} />
          <span className={classes.dot} />
        </>
      )}
    </span>
  );
}

function Value({ share: { definition, rate, lower, upper, show, before } }: { share: Share }) {
  if (show === "counts" || rate === null || lower === null || upper === null) {
    return <span className={classes.few}>{m.charts_too_few()}</span>;
  }
  const between = m.charts_between({ lower: percent(lower), upper: percent(upper) });
  return (
    <span className={classes.value}>
      <NumberLink show={definition} isWeak={show === "greyed"}>
        {percent(rate)}
      </NumberLink>
      <small title={between}>
        <span aria-hidden="true">{percents(lower, upper)}</span>
        <span className="visually-hidden">{between}</span>
      </small>
      <Before before={before} />
    </span>
  );
}

/** The period before; coloured only where the change is more than chance. */
function Before({ before }: Pick<Share, "before">) {
  if (!before || before.rate === null || before.n < 5) return null;
  const { change, rate } = before;
  const told = change === "good" ? m.report_better() : change === "bad" ? m.report_worse() : "";
  return (
    <small className={classes.before} data-verdict={told ? change : undefined}>
      {m.report_before({ value: percent(rate) })}
      {told && ` ${told}`}
    </small>
  );
}
