/** Procedures: the stages a kind of ticket goes through, who does each, and within what time. */
import { z } from "zod";
import type { Calendar } from "../sla/calendar.ts";
import { dueAt } from "../sla/worktime.ts";
import { byFit, type ScopeFacts, scopeSchema } from "./scope.ts";
import { bilingualSchema } from "./templates.ts";

const idSchema = z.string().regex(/^[a-z][a-z0-9_-]*$/);

/** Something a stage asks to be written down. */
export const noteSchema = z.object({
  id: idSchema,
  label: bilingualSchema,
  /** Stored as a boolean, a text, an instant (epoch milliseconds), or the id of an option. */
  type: z.enum(["yes_no", "text", "time", "choice"]),
  /** Of a `choice` only. */
  options: z.array(z.object({ id: idSchema, label: bilingualSchema })).optional(),
  /** The stage isn't finished without it. */
  required: z.boolean(),
});
export type StageNote = z.infer<typeof noteSchema>;

/** Open seconds, or whole working days, of the calendar the ticket is counted by. */
const limitSchema = z.union([
  z.strictObject({ seconds: z.int().positive() }),
  z.strictObject({ working_days: z.int().positive() }),
]);

export const stageSchema = z.object({
  id: idSchema,
  name: bilingualSchema,
  /** `assignee` and `lead` are those of the ticket; a team is named by its id. */
  owner: z.union([z.enum(["assignee", "lead"]), z.templateLiteral(["team:", z.string()])]),
  /** From its start; null = others decide how long it takes, so it is never overdue. */
  limit: limitSchema.nullable(),
  notes: z.array(noteSchema),
  /** Finishing it asks for a public update. */
  asksUpdate: z.boolean(),
});
export type Stage = z.infer<typeof stageSchema>;

export const procedureSchema = z.object({
  id: idSchema,
  name: bilingualSchema,
  /** Tickets that go through it; left out = all that no other procedure names more exactly. */
  appliesTo: scopeSchema.pick({ kinds: true, categories: true, flows: true }).optional(),
  /** In order. */
  stages: z.array(stageSchema),
});
export type Procedure = z.infer<typeof procedureSchema>;

/** The settings kind `stages`. `checkStages` says what else has to hold. */
export const stagesSchema = z.object({ templates: z.array(procedureSchema) });
export type Procedures = z.infer<typeof stagesSchema>;

/** The procedure a ticket goes through: the one that names it most exactly; null = none. */
export const procedureFor = ({ templates }: Procedures, facts: ScopeFacts): Procedure | null =>
  byFit(templates, facts)[0] ?? null;

/** What was written down in a stage, by note id. */
export type Notes = Readonly<Record<string, unknown>>;

/** Ids of required notes that are missing or not of their type; empty when the stage may be finished. */
export const finishable = (stage: Pick<Stage, "notes">, notes: Notes): string[] =>
  stage.notes.filter((note) => note.required && !isGiven(note, notes[note.id])).map(({ id }) => id);

/** Of what was written down, what the stage asks for and is of its type. */
export const notesKept = (stage: Pick<Stage, "notes">, notes: Notes): Notes =>
  Object.fromEntries(
    stage.notes.filter((note) => isGiven(note, notes[note.id])).map(({ id }) => [id, notes[id]]),
  );

function isGiven({ type, options }: StageNote, value: unknown): boolean {
  switch (type) {
    case "yes_no":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string" && value.trim() !== "";
    case "time":
      return Number.isSafeInteger(value);
    case "choice":
      return options?.some(({ id }) => id === value) ?? false;
  }
}

/** When a stage that began at `startedAt` has to be done; null without a limit. Throws CalendarNeverOpens. */
export function dueOf(stage: Pick<Stage, "limit">, startedAt: Date, calendar: Calendar) {
  if (!stage.limit) return null;
  return new Date(dueAt(calendar, startedAt.getTime(), stage.limit).at!);
}
