import classes from "./incidents.module.css";
import { states } from "./words.ts";

/** How it stands, in a word with its sign. */
export function StateBadge({ state }: { state: string }) {
  const { icon: Icon, label } = states[state]!;
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={13} aria-hidden="true" />
      {label()}
    </span>
  );
}
