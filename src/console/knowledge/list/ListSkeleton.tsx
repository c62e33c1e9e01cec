import { Skeleton } from "@mantine/core";
import { m } from "#messages";
import classes from "./list.module.css";

const widths = [46, 38, 52, 41, 35, 48, 44, 39, 50, 36];

/** Rows as tall as real ones. */
export function ListSkeleton() {
  return (
    <div className={classes.section}>
      <p className="visually-hidden" role="status">
        {m.console_loading()}
      </p>
      <Skeleton height={14} width="8rem" my={8} />
      {widths.map((width) => (
        <div key={width} className={classes.waiting}>
          <Skeleton height={11} width={`${width}%`} />
        </div>
      ))}
    </div>
  );
}
