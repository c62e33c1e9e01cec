/** Whether this process is behind with its work: then counting waits, not people. */
import { monitorEventLoopDelay } from "node:perf_hooks";

export type Pressure = { isBehind(): boolean; stop(): void };

/** Milliseconds that whatever is ready may wait for its turn before readers' beacons are let go. */
const bearable = 40;
const lookEveryMs = 150;

export function watchPressure(): Pressure {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let behind = false;
  const timer = setInterval(() => {
    // Nobody had a turn at all: it is as it was.
    if (delay.count === 0) return;
    // Counted from one turn to the next, and so with the pause that lies between them.
    behind = delay.percentile(75) / 1e6 - 10 > bearable;
    delay.reset();
  }, lookEveryMs);
  timer.unref();
  return {
    isBehind: () => behind,
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}
