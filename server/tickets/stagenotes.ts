/** How the first procedures write down what a stage asks for. */
import type { Stage, StageNote } from "./stages.ts";

/** A limit in open hours. */
export const hours = (count: number): Stage["limit"] => ({ seconds: count * 3600 });

/** A limit in working days. */
export const workingDays = (count: number): Stage["limit"] => ({ working_days: count });

type Plain = Exclude<StageNote["type"], "choice">;

/** A note without which the stage isn't done. */
export const needed = (id: string, type: Plain, en: string, zh: string): StageNote => ({
  id,
  type,
  label: { en, zh },
  required: true,
});

/** A note that may stay empty. */
export const welcome = (id: string, type: Plain, en: string, zh: string): StageNote => ({
  ...needed(id, type, en, zh),
  required: false,
});
