import { Skeleton } from "@mantine/core";
import classes from "./row.module.css";

const widths = [74, 58, 82, 66, 49, 77, 61, 70];

/** Rows as tall as real ones. */
export function QueueSkeleton() {
  return (
    <div aria-hidden="true">
      {widths.map((width) => (
        <div key={width} className={classes.row}>
          <Skeleton circle height={15} mt={3} />
          <span className={classes.main}>
            <Skeleton height={11} my={5} width={`${width}%`} />
            <Skeleton height={9} my={4} width={`${width / 2}%`} />
          </span>
          <Skeleton height={11} my={5} width={48} />
          <Skeleton circle height={22} mt={8} />
        </div>
      ))}
    </div>
  );
}
