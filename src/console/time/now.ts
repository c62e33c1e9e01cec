/** The time, as the server has it: a device whose clock is wrong must not show wrong countdowns. */
import { useSyncExternalStore } from "react";
import { type Instant, SECOND, wholeSecond } from "../../../server/sla/instant.ts";

let skew = 0;

/** @param date the `Date` header of an answer; it counts whole seconds. */
export function heardServerTime(date: string | null): void {
  const heard = Date.parse(date ?? "");
  if (Number.isNaN(heard)) return;
  const difference = heard - Date.now();
  skew = Math.abs(difference) > 3 * SECOND ? difference : 0;
}

export const serverNow = (): Instant => wholeSecond(Date.now() + skew);

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of listeners) tell();
  }, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * A value that follows from the time, read every second; the component is drawn again only when the
 * value is another one. `read` returns something that `===` can compare.
 */
export function useFromNow<T extends string | number | boolean | null>(
  read: (now: Instant) => T,
): T {
  return useSyncExternalStore(subscribe, () => read(serverNow()));
}
