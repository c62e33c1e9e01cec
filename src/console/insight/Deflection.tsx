import { m } from "#messages";
import { titleOf } from "./definitions.ts";
import { Causal } from "./experiment/Causal.tsx";
import { count, percent, sentences } from "./figures.ts";
import { NumberLink } from "./NumberLink.tsx";
import type { Overview, Share } from "./overview.ts";
import { Rates } from "./Rates.tsx";
import { Sentence, slot } from "./Sentence.tsx";
import classes from "./section.module.css";

type Numbers = Overview["deflection"];

/** How many of those who meant to write found their answer instead. */
export function Deflection({ numbers }: { numbers: Numbers }) {
  const { explicit, confirmed, assumed, submission, naive } = numbers;
  return (
    <section className={classes.section} aria-labelledby="deflection">
      <h2 id="deflection">{m.charts_deflection()}</h2>
      <div className={classes.hero}>
        <Big share={explicit} />
        <p>
          <Words numbers={numbers} />
        </p>
      </div>
      <Rates
        rows={[
          { share: explicit, tone: "lead" },
          { share: confirmed, tone: "part" },
          { share: assumed, tone: "part" },
          { share: submission },
          { share: naive, tone: "weak" },
        ]}
      />
      <Naive numbers={numbers} />
      <Causal />
    </section>
  );
}

/** The rate; where it can't be one yet, the counts. */
function Big({ share: { definition, rate, x, n, show } }: { share: Share }) {
  const number =
    show === "counts" || rate === null
      ? m.charts_x_of_n({ x: count(x), n: count(n) })
      : percent(rate);
  return (
    <p className={classes.big}>
      <NumberLink show={definition} size="hero" isWeak={show !== "value"}>
        {number}
      </NumberLink>
      <span>{titleOf(definition)}</span>
    </p>
  );
}

/** The rate as a sentence, and what is not in it yet. */
function Words({ numbers: { explicit, pending } }: { numbers: Numbers }) {
  const { of, x, n } = explicit;
  const texts = [
    ...rateWords(explicit),
    ...(pending.count > 0 ? [m.charts_pending({ count: pending.count, n: slot("pending") })] : []),
  ];
  const slots = {
    x: <NumberLink show={of.x}>{count(x)}</NumberLink>,
    n: <NumberLink show={of.n}>{count(n)}</NumberLink>,
    pending: <NumberLink show="pending">{count(pending.count)}</NumberLink>,
  };
  return <Sentence text={sentences(texts)} slots={slots} />;
}

function rateWords({ n, lower, upper, show }: Share): string[] {
  if (n === 0) return [m.charts_rate_none()];
  if (show === "counts" || lower === null || upper === null) return [m.charts_rate_counts()];
  const bounds = { lower: percent(lower), upper: percent(upper) };
  const text = m.charts_rate({ x: slot("x"), n: slot("n"), ...bounds });
  return show === "greyed" ? [text, m.charts_rate_greyed()] : [text];
}

/** Why the rate that most reports show is wrong, in this very period. */
function Naive({ numbers: { outcomes, naive } }: { numbers: Numbers }) {
  const of = (id: "abandoned" | "late_contact") =>
    outcomes.find(({ definition }) => definition === id)?.count ?? 0;
  const [abandoned, late] = [of("abandoned"), of("late_contact")];
  if (naive.show === "counts" || abandoned + late === 0) return null;
  const slots = {
    abandoned: <NumberLink show="abandoned">{count(abandoned)}</NumberLink>,
    late: <NumberLink show="late_contact">{count(late)}</NumberLink>,
  };
  return (
    <p className={classes.note}>
      <Sentence
        text={m.charts_naive({ abandoned: slot("abandoned"), late: slot("late") })}
        slots={slots}
      />
    </p>
  );
}
