/**
 * A point on the real time line: epoch milliseconds (UTC), as `Date.now()` gives it.
 * Everything in server/sla/ takes and returns this; wall clock times exist only in calendars.
 */
export type Instant = number;

/** Milliseconds in a second. */
export const SECOND = 1000;
/** Milliseconds in a minute. */
export const MINUTE = 60 * SECOND;
/** Milliseconds in an hour. */
export const HOUR = 60 * MINUTE;
/** Milliseconds in 24 hours; a local day may be shorter or longer. */
export const DAY = 24 * HOUR;

/** The instant cut down to its whole second: clocks are compared at this resolution. */
export const wholeSecond = (at: Instant): Instant => Math.floor(at / SECOND) * SECOND;
