/** How long a page was really read: visible, focused, and not left alone. */

/** Milliseconds without a sign of life after which time no longer counts. */
const idleAfter = 30_000;

/** Milliseconds that one view counts at most. */
const cap = 600_000;

export type Meter = {
  /** What counted until the last look, in milliseconds. */
  counted: number;
  /** When we last looked, on any clock of milliseconds. */
  looked: number;
  /** When the reader last gave a sign of life. */
  alive: number;
  /** Whether the page is visible and focused. */
  watching: boolean;
};

export const startMeter = (now: number, watching: boolean): Meter => ({
  counted: 0,
  looked: now,
  alive: now,
  watching,
});

/** The meter at a later time: counts until then, but not past 30 s without a sign of life. */
export function look(meter: Meter, now: number): Meter {
  const until = Math.min(now, meter.alive + idleAfter);
  const more = meter.watching ? Math.max(0, until - meter.looked) : 0;
  return { ...meter, counted: Math.min(cap, meter.counted + more), looked: now };
}

/** A key, a touch, a scroll, or that the page came to be or ceased to be in front of the reader. */
export const stir = (meter: Meter, now: number, watching = meter.watching): Meter => ({
  ...look(meter, now),
  alive: now,
  watching,
});

/** Whole seconds, in milliseconds. */
export const engaged = (meter: Meter): number => Math.round(meter.counted / 1000) * 1000;
