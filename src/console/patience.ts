/** When something that could not be read is asked for again without anybody's doing. */
import { useRef } from "react";
import { SECOND } from "../../server/sla/instant.ts";

const first = 2 * SECOND;
const longest = 30 * SECOND;

/** Milliseconds until the next try. @param misses tries in a row that failed, at least one. */
export const pauseAfter = (misses: number): number => Math.min(longest, first * 2 ** (misses - 1));

/** Whether the server, or the database behind it, is away: everything else it would refuse again. */
export function isAway(error: unknown): boolean {
  if (!error) return false;
  const { data } = error as { data?: { httpStatus?: number } | null };
  return !data || (data.httpStatus ?? 0) >= 500;
}

type Failed = { state: { error: unknown; errorUpdateCount: number } };

/** How many tries of each query had failed when it last succeeded. */
const missedBefore = new WeakMap<object, number>();

export const heardAgain = (query: Failed): void =>
  void missedBefore.set(query, query.state.errorUpdateCount);

/** For `refetchInterval`: growing pauses for as long as it is away, and no repetition otherwise. */
export function untilItIsBack(query: Failed): number | false {
  const { error, errorUpdateCount } = query.state;
  return isAway(error) && pauseAfter(errorUpdateCount - (missedBefore.get(query) ?? 0));
}

/** For what is read again anyway, every so many milliseconds. */
export const every = (ms: number) => (query: Failed) => untilItIsBack(query) || ms;

/**
 * Why there is nothing to show. It stays while the question is asked again, so that nothing jumps
 * between a notice and a skeleton.
 */
export function useTrouble({ data, error }: { data: unknown; error: unknown }): unknown {
  const last = useRef<unknown>(null);
  if (data !== undefined) last.current = null;
  else if (error) last.current = error;
  return last.current;
}
