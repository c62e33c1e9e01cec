import type { Filter } from "../../../server/insight/period.ts";
import classes from "./byclock.module.css";
import { Kept } from "./Kept.tsx";
import { usePromises, useRhythm } from "./overview.ts";
import { RhythmSection } from "./RhythmSection.tsx";
import { Took } from "./Took.tsx";

/** Every commitment by itself: how often it was kept, and how long it took. */
export function PromisesByClock({ filter }: { filter: Filter }) {
  const { data, isPlaceholderData } = usePromises(filter);
  const { data: beat } = useRhythm(filter);
  if (!data) return null;
  return (
    <div className={classes.tables} data-old={isPlaceholderData}>
      {beat && <RhythmSection rhythm={beat} />}
      <Kept attainment={data.attainment} />
      <Took times={data.times} />
    </div>
  );
}
