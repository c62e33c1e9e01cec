import type { Filter } from "../../../server/insight/period.ts";
import classes from "./byclock.module.css";
import { Kept } from "./Kept.tsx";
import { usePromises } from "./overview.ts";
import { Took } from "./Took.tsx";

/** Every commitment by itself: how often it was kept, and how long it took. */
export function PromisesByClock({ filter }: { filter: Filter }) {
  const { data, isPlaceholderData } = usePromises(filter);
  if (!data) return null;
  return (
    <div className={classes.tables} data-old={isPlaceholderData}>
      <Kept attainment={data.attainment} />
      <Took times={data.times} />
    </div>
  );
}
