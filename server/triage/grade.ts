import { type Priority, prioritySchema } from "../sla/log.ts";
import type { EmotionLevel } from "./emotion.ts";

/** How far a problem reaches: the rows of the grid. */
export const reaches = ["all", "core", "partial", "question"] as const;
/** all: everyone, the system or funds · core: core function blocked, or a batch · partial: non-core. */
export type Reach = (typeof reaches)[number];

/** Priority by reach and mood. A mood raises and never lowers. */
export const grid: Record<Reach, Record<EmotionLevel, Priority>> = {
  all: { low: "P0", medium: "P0", high: "P0" },
  core: { low: "P1", medium: "P1", high: "P1" },
  partial: { low: "P2", medium: "P2", high: "P1" },
  question: { low: "P3", medium: "P2", high: "P1" },
};

export const gridPriority = (reach: Reach, emotion: EmotionLevel): Priority => grid[reach][emotion];

const order = prioritySchema.options;
const rank = (priority: Priority) => order.indexOf(priority);

/** The more urgent of two. */
export const higher = (a: Priority, b: Priority): Priority => (rank(a) <= rank(b) ? a : b);

/** One step up, but not past `cap`; what is past it already stays. */
export function stepUp(priority: Priority, cap: Priority): Priority {
  const next = order[Math.max(0, rank(priority) - 1)]!;
  return rank(next) < rank(cap) ? higher(priority, cap) : next;
}

/** E emergency, A high, B middle, C low. */
export type Quadrant = "E" | "A" | "B" | "C";
const quadrants: Record<Priority, Quadrant> = { P0: "E", P1: "A", P2: "B", P3: "C" };
export const quadrantOf = (priority: Priority): Quadrant => quadrants[priority];

/** How it is handled: L1 crisis, L2 serious, L3 ordinary. */
export type Level = "L1" | "L2" | "L3";

/** @param scene the customer is in a meeting, has a client waiting, or a project is held up. */
export function levelOf(priority: Priority, emotion: EmotionLevel, scene: boolean): Level {
  if (priority === "P0") return "L1";
  if (priority === "P1") return emotion === "high" || scene ? "L1" : "L2";
  return priority === "P2" ? "L2" : "L3";
}
