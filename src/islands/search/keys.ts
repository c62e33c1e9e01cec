/** What a key does in the field. */
export type KeyAction =
  | { kind: "point"; index: number }
  | { kind: "open"; index: number }
  | { kind: "close" }
  | { kind: "none" };

/**
 * Arrow keys go round through all results and the field itself (-1); Enter opens the chosen or the
 * first one; Escape returns to the field.
 * @param count results that are shown, 0 when none are
 */
export function keyAction(key: string, active: number, count: number, open: boolean): KeyAction {
  if (key === "Escape" && open) return { kind: "close" };
  if (count === 0) return { kind: "none" };
  if (key === "ArrowDown") return { kind: "point", index: active + 1 < count ? active + 1 : -1 };
  if (key === "ArrowUp") return { kind: "point", index: active < 0 ? count - 1 : active - 1 };
  if (key === "Enter" && open) return { kind: "open", index: Math.max(active, 0) };
  return { kind: "none" };
}
