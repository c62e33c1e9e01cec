import type { Calendar } from "./calendar.ts";
import { DAY, type Instant, SECOND } from "./instant.ts";
import { mergePauses, type Pause } from "./pauses.ts";
import { blockOf } from "./windows.ts";

/** Open time that counted: [from, to), with its seconds. */
export interface CountedWindow {
  from: Instant;
  to: Instant;
  seconds: number;
}

/** The open windows in [from, to) without the pauses, in order; windows that touch are one. */
export function windowsBetween(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  pauses: readonly Pause[],
): CountedWindow[] {
  const found: [Instant, Instant][] = [];
  for (const [begin, end] of gapsOf(from, to, pauses)) addOpen(found, calendar, begin, end);
  return found.map(([open, close]) => ({
    from: open,
    to: close,
    seconds: (close - open) / SECOND,
  }));
}

function gapsOf(from: Instant, to: Instant, pauses: readonly Pause[]): [Instant, Instant][] {
  const gaps: [Instant, Instant][] = [];
  let at = from;
  for (const [begin, end] of mergePauses(pauses)) {
    if (begin > at) gaps.push([at, Math.min(begin, to)]);
    at = Math.max(at, end ?? to);
  }
  gaps.push([at, to]);
  return gaps.filter(([begin, end]) => begin < end);
}

function addOpen(
  found: [Instant, Instant][],
  calendar: Calendar,
  from: Instant,
  to: Instant,
): void {
  if (calendar.always) {
    found.push([from, to]);
    return;
  }
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
    const { windows } = blockOf(calendar, day);
    for (let i = 0; i < windows.length; i += 2) {
      const open = Math.max(from, windows[i]!);
      const close = Math.min(to, windows[i + 1]!);
      if (open < close) addWindow(found, open, close);
    }
  }
}

// A window over midnight UTC stands in two blocks.
function addWindow(found: [Instant, Instant][], open: Instant, close: Instant): void {
  const last = found.at(-1);
  if (last && last[1] === open) last[1] = close;
  else found.push([open, close]);
}
