import { dayAndTime, fullDate } from "./dates.ts";

/** A point in time: short to read, whole when pointed at. */
export function When({ at }: { at: Date }) {
  const instant = at.getTime();
  return (
    <time dateTime={at.toISOString()} title={fullDate(instant)}>
      {dayAndTime(instant)}
    </time>
  );
}
