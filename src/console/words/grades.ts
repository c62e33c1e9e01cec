import { m } from "#messages";
import type { Kind, Priority } from "../../../server/sla/log.ts";

export const priorities: Record<Priority, () => string> = {
  P0: m.console_priority_p0,
  P1: m.console_priority_p1,
  P2: m.console_priority_p2,
  P3: m.console_priority_p3,
};
export const priorityIds = Object.keys(priorities) as Priority[];
export const priorityName = (priority: string): string =>
  priorities[priority as Priority]?.() ?? priority;

const kinds: Record<Kind, () => string> = {
  question: m.console_kind_question,
  fault: m.console_kind_fault,
  complaint: m.console_kind_complaint,
  suggestion: m.console_kind_suggestion,
};
export const kindIds = Object.keys(kinds) as Kind[];
export const kindName = (kind: string): string => kinds[kind as Kind]?.() ?? kind;
