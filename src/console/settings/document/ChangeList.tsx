import { m } from "#messages";
import classes from "./document.module.css";

/** One thing that saving changes, in words. */
export type Change = {
  /** What it is about: a clock, a day, a level. */
  what: string;
  before: string | null;
  after: string | null;
};

/** What differs between two versions. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p className={classes.hint}>{m.setup_changes_none()}</p>;
  return (
    <ul className={classes.changes}>
      {changes.map(({ what, before, after }) => (
        <li key={`${what} ${before} ${after}`}>
          <span className={classes.what}>{what}</span>
          <span>
            {before !== null && <del>{before}</del>}
            {before !== null && after !== null && " → "}
            {after !== null && <ins>{after}</ins>}
            {after === null && ` ${m.setup_change_removed()}`}
            {before === null && ` ${m.setup_change_added()}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
