/** What a message of a purpose does to its ticket, and what it can't do without. */
import type { Values } from "./templatefill.ts";
import type { Purpose, Template, VariableType } from "./templates.ts";
import type { Status } from "./ticket.ts";

export type PurposeRules = {
  /** Variables that a template of this purpose has, by name. */
  needs: Readonly<Record<string, VariableType>>;
  /**
   * `sets`: the message carries the time of the next update. `moves`: it moves the standing one, as a
   * delay notice does. `none`: nothing is owed after it.
   */
  promise: "sets" | "moves" | "none";
  /** The variable that holds the promised time; null = the composer asks for it on its own. */
  promiseVariable: string | null;
  /** Whether it ends a stretch without progress; `agent`: whoever writes says so. */
  progress: "yes" | "no" | "agent";
  /** Status that the composer proposes with it; null = as it is. */
  proposes: Status | null;
  /** What the customer can answer with one click. */
  answers: readonly ("solved" | "not_solved")[];
};

const keepsTalking = {
  needs: {},
  promise: "sets",
  promiseVariable: "time",
  progress: "no",
  proposes: null,
  answers: [],
} satisfies PurposeRules;

const rules: Record<Purpose, PurposeRules> = {
  received: { ...keepsTalking, needs: { number: "text", time: "time" } },
  progress: { ...keepsTalking, needs: { action: "text", time: "time" }, progress: "yes" },
  delay: {
    ...keepsTalking,
    needs: { reason: "text", extra_time: "duration", new_time: "time" },
    promise: "moves",
    promiseVariable: "new_time",
  },
  resolved: {
    ...keepsTalking,
    promise: "none",
    promiseVariable: null,
    progress: "yes",
    proposes: "solved",
  },
  // Asking again and again is no progress; an answer that came in may be.
  third_party: {
    ...keepsTalking,
    needs: { time: "time" },
    progress: "agent",
    proposes: "waiting_third_party",
  },
  calm_first: { ...keepsTalking, needs: { time: "time" } },
  l1_first: { ...keepsTalking, needs: { owner: "text", time: "time" } },
  compensation: {
    ...keepsTalking,
    needs: { what: "text", when: "time", rules: "text" },
    promiseVariable: null,
    progress: "yes",
  },
  verify: {
    ...keepsTalking,
    promise: "none",
    promiseVariable: null,
    answers: ["solved", "not_solved"],
  },
  custom: { ...keepsTalking, promiseVariable: null, progress: "agent" },
};

/** What a message of this purpose does. */
export const rulesOf = (purpose: Purpose): PurposeRules => rules[purpose];

/** The time that a filled template promises; null when it promises none or it isn't filled yet. */
export function promiseIn(template: Pick<Template, "purpose">, values: Values): Date | null {
  const { promiseVariable } = rulesOf(template.purpose);
  const value = promiseVariable === null ? null : values[promiseVariable];
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value : null;
}
