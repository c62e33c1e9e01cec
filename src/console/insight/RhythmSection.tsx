import { m } from "#messages";
import { duration } from "../time/durations.ts";
import classes from "./byclock.module.css";
import type { Rhythm } from "./overview.ts";
import { Rates } from "./Rates.tsx";
import { Sentence, slot } from "./Sentence.tsx";
import section from "./section.module.css";
import { TicketLink } from "./TicketLink.tsx";

/** Whether promises are kept, and whether everybody hears of us. */
export function RhythmSection({ rhythm: { kept, silent, longest } }: { rhythm: Rhythm }) {
  return (
    <section className={section.section} aria-labelledby="rhythm">
      <h2 id="rhythm">{m.charts_rhythm_title()}</h2>
      <p className={classes.says}>
        {longest ? <LongestSilence longest={longest} /> : m.charts_rhythm_none()}
      </p>
      <div className={classes.rates}>
        <Rates rows={[{ share: kept }, { share: silent }]} />
      </div>
    </section>
  );
}

function LongestSilence({ longest }: { longest: NonNullable<Rhythm["longest"]> }) {
  const { number, subject, seconds, to } = longest;
  const told = { time: duration(seconds * 1000), ticket: slot("ticket") };
  const text = to === null ? m.charts_rhythm_lasting(told) : m.charts_rhythm_longest(told);
  return (
    <Sentence text={text} slots={{ ticket: <TicketLink number={number} subject={subject} /> }} />
  );
}
