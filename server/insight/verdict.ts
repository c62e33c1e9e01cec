/** What may be said of a number: colour only when chance alone can't explain it. */
import { newcombe, type Share } from "../deflection/interval.ts";

export type Bounds = { lower: number | null; upper: number | null };
/** What a number should be; the operator may set another. */
export type Target = { at: number; better: "above" | "below" };

/** `few`: too few to say anything. */
export type Verdict = "good" | "bad" | "uncertain" | "few";

/** @param least below so many nothing is judged. */
export function judge(
  { n, lower, upper }: Bounds & { n: number },
  target: Target | null,
  least = 30,
): Verdict | null {
  if (!target) return null;
  if (n < least || lower === null || upper === null) return "few";
  const [wholly, partly] = target.better === "above" ? [lower, upper] : [-upper, -lower];
  const at = target.better === "above" ? target.at : -target.at;
  if (wholly >= at) return "good";
  return partly < at ? "bad" : "uncertain";
}

/** Whether more of it is good news, bad news, or neither. */
export type Direction = "up" | "down" | null;

/** From the interval of a difference now − before. */
function changeOf({ lower, upper }: Bounds, better: Direction): Verdict {
  if (better === null || lower === null || upper === null) return "uncertain";
  if (lower > 0) return better === "up" ? "good" : "bad";
  if (upper < 0) return better === "up" ? "bad" : "good";
  return "uncertain";
}

/** A share beside that of the period before. */
export function shareChange(now: Share, before: Share, better: Direction): Verdict {
  const difference = newcombe(now, before);
  return Math.min(now.n, before.n) < 5 || !difference ? "few" : changeOf(difference, better);
}

/** A mean or a score beside that of the period before, from their own intervals. */
export function meanChange(
  now: Bounds & { value: number | null },
  before: Bounds & { value: number | null },
  better: Direction,
): Verdict {
  const known = [now.value, now.lower, before.value, before.lower].every((part) => part !== null);
  if (!known) return "few";
  const half = Math.hypot(now.value! - now.lower!, before.value! - before.lower!);
  const difference = now.value! - before.value!;
  return changeOf({ lower: difference - half, upper: difference + half }, better);
}
