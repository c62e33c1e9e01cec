import { m } from "#messages";
import desk from "../queue/desk.module.css";
import { QueueSkeleton } from "../queue/QueueSkeleton.tsx";
import railClasses from "./rail.module.css";
import classes from "./shell.module.css";

/** The desk before it is known who looks at it: the same boxes, nothing in them. */
export function ShellSkeleton() {
  return (
    <div className={classes.shell} aria-busy="true">
      <div className={`${railClasses.rail} ${classes.wide}`} />
      <div className={classes.content}>
        <div className={desk.desk}>
          <div className={desk.queue}>
            <QueueSkeleton />
          </div>
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {m.console_loading()}
      </p>
    </div>
  );
}
