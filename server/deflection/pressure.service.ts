/**
 * Whether readers' beacons have to be let go because they come in a flood and this process is behind
 * with its work: then counting waits, not people. A process that is only slow keeps taking them in.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";

export type Pressure = {
  /** Another beacon is at the door. @returns whether it may come in. */
  admits(): boolean;
  stop(): void;
};

/** Milliseconds that whatever is ready may wait for its turn. */
const bearable = 40;
const lookEveryMs = 150;
/** Beacons between two looks that are no flood: a thousand a second, some four thousand events. */
const ordinary = 150;

export function watchPressure(): Pressure {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let isBehind = false;
  let arrived = 0;
  const timer = setInterval(() => {
    arrived = 0;
    // Nobody had a turn at all: it is as it was.
    if (delay.count === 0) return;
    // Counted from one turn to the next, and so with the pause that lies between them.
    isBehind = delay.percentile(75) / 1e6 - 10 > bearable;
    delay.reset();
  }, lookEveryMs);
  timer.unref();
  return {
    admits() {
      arrived += 1;
      return !isBehind || arrived <= ordinary;
    },
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
