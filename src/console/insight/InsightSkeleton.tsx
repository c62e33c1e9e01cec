import { Skeleton } from "@mantine/core";
import { m } from "#messages";
import classes from "./insight.module.css";

const rows = [58, 44, 47, 52, 61];

/** The same two columns, about as tall as they will be. */
export function InsightSkeleton() {
  return (
    <div className={classes.columns} aria-busy="true">
      <p className="visually-hidden" role="status">
        {m.console_loading()}
      </p>
      {["deflection", "promises"].map((part) => (
        <div key={part} className={classes.column} aria-hidden="true">
          <div>
            <Skeleton height={16} width="40%" mb={24} />
            <Skeleton height={44} width={120} mb={48} />
            {rows.map((width) => (
              <Skeleton key={width} height={14} width={`${width}%`} my={15} />
            ))}
          </div>
          <div>
            <Skeleton height={16} width="50%" mb={24} />
            <Skeleton height={210} />
          </div>
        </div>
      ))}
    </div>
  );
}
