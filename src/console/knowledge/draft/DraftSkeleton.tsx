import { Skeleton } from "@mantine/core";
import { m } from "#messages";
import classes from "./draft.module.css";

/** A draft's boxes before it is there. */
export function DraftSkeleton() {
  return (
    <main className={classes.desk} aria-busy="true">
      <p className="visually-hidden" role="status">
        {m.console_loading()}
      </p>
      <div className={classes.head}>
        <Skeleton height={18} width="45%" my={12} />
      </div>
      <div className={classes.sides}>
        <div className={classes.text}>
          <Skeleton height={36} />
          <Skeleton height={36} />
          <Skeleton height={360} />
        </div>
        <div className={classes.beside}>
          <Skeleton height="100%" radius={0} />
        </div>
      </div>
    </main>
  );
}
