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

/** No finer than helps: minutes in the last ten hours, seconds in the last five minutes. */
function unitsOf(ms: number): [Unit, number][] {
  if (ms >= 2 * DAY) return lengths.slice(0, 2);
  if (ms >= 10 * HOUR) return lengths.slice(1, 2);
  return ms >= 5 * MINUTE ? lengths.slice(1, 3) : lengths.slice(2);
}

// Beside hours, Chinese says minutes in one character.
const short = (text: string): string => text.replace(/(小时) ?(\d+分)钟/, "$1$2");

/** A length of time in at most two units: `2d 4h`, `30h`, `3h 5m`, `4m 12s`; of `ms` its absolute value. */
export function duration(ms: number): string {
  let left = Math.abs(ms);
  const parts: string[] = [];
  for (const [unit, length] of unitsOf(left)) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(part(unit, count));
  }
  return short(parts.join(" ")) || part("second", 0);
}
