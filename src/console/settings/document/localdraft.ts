/** What was changed and isn't saved yet, kept in the browser so that a reload loses nothing. */
import { recallJson, remember } from "../../storage.ts";

export type LocalDraft<T> = {
  /** The version it was made from. */
  base: number;
  document: T;
};

const keyOf = (kind: string) => `console-settings:${kind}`;

/** A draft of an older release may lack parts that pages show now; then it is none. */
export function recallDraft<T extends object>(kind: string, like: T): LocalDraft<T> | null {
  const kept = recallJson(keyOf(kind)) as Partial<LocalDraft<T>> | undefined;
  const { base, document } = kept ?? {};
  if (typeof base !== "number" || typeof document !== "object" || document === null) return null;
  const isWhole = Object.keys(like).every((key) => Object.hasOwn(document, key));
  return isWhole ? { base, document } : null;
}

export const keepDraft = <T>(kind: string, draft: LocalDraft<T> | null): void =>
  remember(keyOf(kind), draft && JSON.stringify(draft));

/** Whether two documents say the same; the order of keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, two] = [a, b].map((value) => value as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const keys = new Set([...Object.keys(one), ...Object.keys(two)]);
  return [...keys].every((key) => isSame(one[key], two[key]));
}
