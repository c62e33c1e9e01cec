import classes from "./webhooks.module.css";
import { outcomeOf } from "./words.ts";

type Props = { of: { status: number | null; error: string; doneAt: Date | null } };

/** How far a delivery is and, where it didn't arrive, why. */
export function Result({ of: tried }: Props) {
  const { state, label, reason, icon: Icon } = outcomeOf(tried);
  return (
    <span className={classes.result}>
      <span data-state={state}>
        <Icon size={14} aria-hidden="true" />
        {label}
      </span>
      {reason && <span className={classes.reason}>{reason}</span>}
    </span>
  );
}
