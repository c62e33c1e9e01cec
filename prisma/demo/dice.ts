/** Chance that comes out the same each time. */
export type Dice = {
  /** In [0, 1). */
  next(): number;
  /** An index, the likelier the greater its weight. */
  weighted(weights: readonly number[]): number;
  of<T>(choices: readonly T[]): T;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  uuid(): string;
  /** A key as the visit log has them. */
  key(): bigint;
};

/** @param seed any number; the same seed throws the same. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  // Mulberry32.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join("");
  return {
    next,
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => {
        left -= weight;
        return left < 0;
      });
      return Math.max(0, index);
    },
    of: (choices) => choices[Math.floor(next() * choices.length)]!,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    key: () => BigInt.asIntN(64, BigInt(`0x${hex(16)}`)),
  };
}

export const chance = (dice: Dice, probability: number): boolean => dice.next() < probability;
