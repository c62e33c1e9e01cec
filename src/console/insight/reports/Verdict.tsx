import { ArrowDown, ArrowUp, Check, CircleHelp, Minus, X } from "lucide-react";
import { m } from "#messages";
import type { Figure } from "../../../../server/insight/report.ts";
import classes from "./report.module.css";
import { written } from "./values.ts";

const words = {
  good: { label: m.report_good, icon: Check },
  bad: { label: m.report_bad, icon: X },
  uncertain: { label: m.report_uncertain, icon: CircleHelp },
  few: { label: m.report_few, icon: Minus },
} as const;

/** A target, and whether it is met: colour only where chance alone can't explain it. */
export function Verdict({ figure: { verdict, target, unit } }: { figure: Figure }) {
  if (!verdict || !target) return null;
  const { label, icon: Icon } = words[verdict];
  const value = written(unit, target.at);
  return (
    <p className={classes.verdict} data-verdict={verdict}>
      <Icon size={14} aria-hidden="true" />
      <span>{label()}</span>
      <small>
        {target.better === "above"
          ? m.report_target_above({ value })
          : m.report_target_below({ value })}
      </small>
    </p>
  );
}

/** The same number of the period before, and whether the change is more than chance. */
export function Change({ figure }: { figure: Figure }) {
  const { before, change, unit, value } = figure;
  if (!before || before.value === null || (unit !== "count" && before.n < 5))
    return <p className={classes.change}>{m.report_before_none()}</p>;
  const told = change === "good" ? m.report_better() : change === "bad" ? m.report_worse() : "";
  const isUp = value !== null && value > before.value;
  const Icon = isUp ? ArrowUp : ArrowDown;
  return (
    <p className={classes.change} data-verdict={told ? change : undefined}>
      {m.report_before({ value: written(unit, before.value) })}
      {told && (
        <span>
          <Icon size={12} aria-hidden="true" />
          {told}
        </span>
      )}
    </p>
  );
}
