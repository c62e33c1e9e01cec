/** How long the parts of measurement live, in days. Counts by day live for ever. */

/** Raw events, the keys on what is made of them, and the rows of readings and searches. */
export const rawDays = 90;

/** Attempts to contact us, without keys. */
export const episodeDays = 396;
