import { DAY, type Instant, SECOND } from "./instant.ts";

/** A stretch [from, to) of the time line in which a zone keeps one offset (ms, local minus UTC). */
export interface Stretch {
  from: Instant;
  to: Instant;
  offset: number;
}

interface Zone {
  format: Intl.DateTimeFormat;
  offsets: Map<number, number>;
  stretches: Map<number, readonly Stretch[]>;
}

// Intl costs microseconds a call and a formatter far more, so each zone asks once per UTC day.
const zones = new Map<string, Zone>();

function zoneOf(tz: string): Zone {
  let zone = zones.get(tz);
  if (!zone) {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: tz, timeZoneName: "longOffset" });
    zone = { format, offsets: new Map(), stretches: new Map() };
    zones.set(tz, zone);
  }
  return zone;
}

/** Whether the platform knows this zone name. */
export function isZone(tz: string): boolean {
  try {
    zoneOf(tz);
    return true;
  } catch {
    return false;
  }
}

function askOffset(zone: Zone, at: Instant): number {
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(zone.format.format(at));
  if (!match) return 0;
  const [, sign, hours, minutes, seconds = "0"] = match;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND;
  return sign === "-" ? -size : size;
}

function offsetAtMidnight(zone: Zone, utcDay: number): number {
  let offset = zone.offsets.get(utcDay);
  if (offset === undefined) {
    offset = askOffset(zone, utcDay * DAY);
    zone.offsets.set(utcDay, offset);
  }
  return offset;
}

/** The first whole second in (from, to] at which the zone no longer has the offset it had at `from`. */
function findJump(zone: Zone, from: Instant, to: Instant, before: number): Instant {
  let low = from;
  let high = to;
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
    if (askOffset(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** The one or two stretches of constant offset that make up a UTC day (days since 1970-01-01). */
export function stretchesOf(tz: string, utcDay: number): readonly Stretch[] {
  const zone = zoneOf(tz);
  let stretches = zone.stretches.get(utcDay);
  if (!stretches) {
    stretches = cutDay(zone, utcDay);
    zone.stretches.set(utcDay, stretches);
  }
  return stretches;
}

function cutDay(zone: Zone, utcDay: number): readonly Stretch[] {
  const from = utcDay * DAY;
  const to = from + DAY;
  const before = offsetAtMidnight(zone, utcDay);
  const after = offsetAtMidnight(zone, utcDay + 1);
  if (before === after) return [{ from, to, offset: before }];
  const jump = findJump(zone, from, to, before);
  const parts = [
    { from, to: jump, offset: before },
    { from: jump, to, offset: after },
  ];
  return parts.filter((part) => part.from < part.to);
}

/** The zone's offset at an instant, in ms (local minus UTC). */
export function offsetAt(tz: string, at: Instant): number {
  const stretches = stretchesOf(tz, Math.floor(at / DAY));
  return (stretches.find((stretch) => at < stretch.to) ?? stretches[0]!).offset;
}

/** The local date at an instant, as a day number: days from 1970-01-01 to that date. */
export function localDayOf(tz: string, at: Instant): number {
  return Math.floor((at + offsetAt(tz, at)) / DAY);
}

/**
 * The instant of a local time, given as a day number and ms after that day's 00:00.
 * A time the clocks skip gives the instant of the jump; a repeated time gives its first pass.
 */
export function instantOf(tz: string, localDay: number, msOfDay: number): Instant {
  const wall = localDay * DAY + msOfDay;
  for (let day = Math.floor(wall / DAY) - 1; ; day++) {
    for (const { from, to, offset } of stretchesOf(tz, day)) {
      const at = Math.max(from, wall - offset);
      if (at < to) return at;
    }
  }
}
