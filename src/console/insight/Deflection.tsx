import { m } from "#messages";
import { titleOf } from "./definitions.ts";
import { count, percent } from "./figures.ts";
import { NumberLink } from "./NumberLink.tsx";
import type { Overview, Share } from "./overview.ts";
import { Rates } from "./Rates.tsx";
import { Sentence, slot } from "./Sentence.tsx";
import classes from "./section.module.css";

type Numbers = Overview["deflection"];

/** How many of those who meant to write found their answer instead. */
export function Deflection({ numbers }: { numbers: Numbers }) {
  const { explicit, confirmed, assumed, submission, naive, pending } = numbers;
  const waiting = <NumberLink show="pending">{count(pending.count)}</NumberLink>;
  return (
    <section className={classes.section} aria-labelledby="deflection">
      <h2 id="deflection">{m.charts_deflection()}</h2>
      <div className={classes.hero}>
        <Big share={explicit} />
        <p>
          <Words share={explicit} />
          {pending.count > 0 && (
            <>
              {" "}
              <Sentence
                text={m.charts_pending({ count: pending.count, n: slot("n") })}
                slots={{ n: waiting }}
              />
            </>
          )}
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

function Words({ share: { of, x, n, lower, upper, show } }: { share: Share }) {
  if (n === 0) return m.charts_rate_none();
  if (show === "counts" || lower === null || upper === null) return m.charts_rate_counts();
  const slots = {
    x: <NumberLink show={of.x}>{count(x)}</NumberLink>,
    n: <NumberLink show={of.n}>{count(n)}</NumberLink>,
  };
  const text = m.charts_rate({
    x: slot("x"),
    n: slot("n"),
    lower: percent(lower),
    upper: percent(upper),
  });
  return (
    <>
      <Sentence text={text} slots={slots} />
      {show === "greyed" && ` ${m.charts_rate_greyed()}`}
    </>
  );
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
