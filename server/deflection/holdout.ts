import type { Arm } from "./events.ts";

/** HMAC-SHA256 under the site's secret key, of a UTF-8 text. */
export type Hmac = (message: string) => Uint8Array;

/** An even number in [0, 1) for the unit, the same all through the epoch. */
export function lot(hmac: Hmac, epoch: string, unit: string): number {
  const bytes = hmac(`${epoch}|${unit}`).subarray(0, 6);
  return bytes.reduce((value, byte) => value * 256 + byte, 0) / 2 ** 48;
}

/** @param holdout share of units without suggestions, 0–1; 0 = switched off. */
export function assignArm(hmac: Hmac, epoch: string, unit: string, holdout: number): Arm {
  return lot(hmac, epoch, unit) < holdout ? "C" : "T";
}

/** Known people keep their arm for a month; visit keys live no longer than the day. @param day `YYYY-MM-DD` */
export function holdoutEpoch(day: string, identified: boolean): string {
  return identified ? day.slice(0, 7) : day;
}
