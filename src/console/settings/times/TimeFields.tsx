import { m } from "#messages";
import type { Time } from "../../../../server/sla/policy.ts";
import { type Path, useFault } from "../document/problems.ts";
import { AmountField } from "./AmountField.tsx";
import classes from "./times.module.css";

type Span = Pick<Time, "goal" | "limit">;
type Props = {
  time: Span;
  /** Where it stands in the book, to show what is wrong with it. */
  path: Path;
  onChange: (span: Span) => void;
};

/** Goal and limit of one time. Without a goal the limit stands alone. */
export function TimeFields({ time, path, onChange }: Props) {
  const { goal, limit } = time;
  return (
    <div className={classes.span}>
      <AmountField
        label={m.times_goal()}
        value={goal}
        error={useFault(...path, "goal")}
        onChange={(next) => onChange(next ? { goal: next, limit } : { limit })}
      />
      <AmountField
        label={m.times_limit()}
        value={limit}
        error={useFault(...path, "limit")}
        onChange={(next) => next && onChange(goal ? { goal, limit: next } : { limit: next })}
      />
    </div>
  );
}
