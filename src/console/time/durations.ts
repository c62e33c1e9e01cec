import { DAY, HOUR, MINUTE, SECOND } from "../../../server/sla/instant.ts";
import { intlLocale } from "../language.ts";

type Unit = "day" | "hour" | "minute" | "second";
const lengths: [Unit, number][] = [
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
  ["second", SECOND],
];

const formats = new Map<string, Intl.NumberFormat>();

function part(unit: Unit, value: number): string {
  const key = intlLocale() + unit;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(intlLocale(), { style: "unit", unit, unitDisplay: "narrow" });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Seconds are shown in the last five minutes only, minutes in the last two days. */
function smallest(ms: number): number {
  if (ms >= 2 * DAY) return HOUR;
  return ms >= 5 * MINUTE ? MINUTE : SECOND;
}

/** A length of time in at most two units: `2d 4h`, `3h 5m`, `4m 12s`; of `ms` its absolute value. */
export function duration(ms: number): string {
  const step = smallest(Math.abs(ms));
  let left = Math.floor(Math.abs(ms) / step) * step;
  const parts: string[] = [];
  for (const [unit, length] of lengths) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(part(unit, count));
  }
  return parts.slice(0, 2).join(" ") || part("second", 0);
}
