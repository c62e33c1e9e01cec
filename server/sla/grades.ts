import { z } from "zod";
import type { Kind, Priority } from "./log.ts";

/** The rows of the target table, most severe first. P3 is split by what the ticket is about. */
export const GRADES = ["P0", "P1", "P2", "P3-Q", "P3-S"] as const;
export const gradeSchema = z.enum(GRADES);
export type Grade = z.infer<typeof gradeSchema>;

/** How closely a ticket is cared for, closest first. It follows from the grade unless somebody set it. */
export const levelSchema = z.enum(["L1", "L2", "L3"]);
export type Level = z.infer<typeof levelSchema>;
export const LEVELS = levelSchema.options;

/** The row of a ticket: P3 suggestions have their own, every other P3 counts as a question. */
export function gradeOf(priority: Priority, kind: Kind | undefined): Grade {
  if (priority !== "P3") return priority;
  return kind === "suggestion" ? "P3-S" : "P3-Q";
}

const OWN_LEVEL: Record<Grade, Level> = {
  P0: "L1",
  P1: "L2",
  P2: "L2",
  "P3-Q": "L3",
  "P3-S": "L3",
};

/** The level of a grade that nobody set. A P1 with high emotion or a scene word is set to L1 by triage. */
export const levelOf = (grade: Grade): Level => OWN_LEVEL[grade];

/** Where a ticket stands in the target table. */
export interface Row {
  grade: Grade;
  level: Level;
}

/** Whether a change of row makes the ticket more or less urgent. */
export function directionOf(from: Row, to: Row): "up" | "down" {
  const severity = ({ grade, level }: Row) => GRADES.indexOf(grade) * 3 + LEVELS.indexOf(level);
  return severity(to) < severity(from) ? "up" : "down";
}
