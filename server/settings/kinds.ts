/** The documents of settings: what each must look like, what keeps it from being used, how it begins. */
import { z } from "zod";
import { defaultMeasurement, measurementSchema, planProblems } from "../deflection/plan.ts";
import { defaultLadder, ladderProblems, ladderSchema } from "../escalation/ladder.ts";
import { onCallProblems, onCallSchema } from "../escalation/oncall.ts";
import { bookSchema } from "../sla/book.ts";
import { bookProblems } from "../sla/bookchecks.ts";
import { defaultBook } from "../sla/defaults.ts";
import { checkStages } from "../tickets/stagechecks.ts";
import { defaultStages } from "../tickets/stagedefaults.ts";
import { stagesSchema } from "../tickets/stages.ts";
import { checkTemplates } from "../tickets/templatechecks.ts";
import { defaultTemplates } from "../tickets/templatedefaults.ts";
import { templatesSchema } from "../tickets/templates.ts";
import { type TriageAround, teamsProblems, triageProblems } from "../triage/documentchecks.ts";
import {
  defaultTeamsDocument,
  defaultTriageDocument,
  teamsDocumentSchema,
  triageDocumentSchema,
} from "../triage/documents.ts";

/** What a document may refer to. */
export type Around = TriageAround & {
  /** Epoch milliseconds. */
  now: number;
  /** Ids of active staff. */
  people: ReadonlySet<string>;
  /** Ids of categories of the content folder. */
  categories: ReadonlySet<string>;
};

/** Why a document can't be used, or what to know about it. */
export type SettingProblem = {
  /** Names the message `console_setting_<code>`. */
  code: string;
  /** Where in the document. */
  path: (string | number)[];
  values: Record<string, string | number>;
  /** A notice doesn't keep the document from being saved. */
  severity?: "refusal" | "notice";
};

type Kind<T> = {
  schema: z.ZodType<T>;
  problems(document: T, around: Around): SettingProblem[];
  /** Says what is wrong with a form that doesn't fit, where the schema alone can't say it well. */
  malformed?(data: unknown, around: Around): SettingProblem[];
  initial: T;
};
const kind = <T>(definition: Kind<T>): Kind<T> => definition;

export const settingKinds = {
  /** Policies and calendars: what a ticket's clocks are counted by. */
  sla: kind({
    schema: bookSchema,
    problems: (document, around) => slaProblems(document, around),
    malformed: slaProblems,
    initial: defaultBook,
  }),
  triage: kind({
    schema: triageDocumentSchema,
    problems: triageProblems,
    initial: defaultTriageDocument,
  }),
  teams: kind({
    schema: teamsDocumentSchema,
    problems: teamsProblems,
    initial: defaultTeamsDocument,
  }),
  ladder: kind({
    schema: ladderSchema,
    problems: ladderProblems,
    initial: defaultLadder,
  }),
  /** Texts to answer with, and what each of them does. */
  templates: kind({
    schema: templatesSchema,
    problems: checkTemplates,
    initial: defaultTemplates,
  }),
  /** Procedures: the stages a kind of ticket goes through. */
  stages: kind({
    schema: stagesSchema,
    problems: (document, { teams }) =>
      checkStages(
        document,
        teams.teams.map(({ id }) => id),
      ),
    initial: defaultStages,
  }),
  /** Who is shown suggestions while their effect is measured. */
  measurement: kind({
    schema: measurementSchema,
    problems: (document) => planProblems(document).map((problem) => ({ ...problem, values: {} })),
    initial: defaultMeasurement,
  }),
  oncall: kind({
    schema: onCallSchema,
    problems: (document, { people }) => onCallProblems(document, people),
    initial: { rotations: [], overrides: [] },
  }),
};

export type SettingKind = keyof typeof settingKinds;
export const settingKindSchema = z.enum(
  Object.keys(settingKinds) as [SettingKind, ...SettingKind[]],
);
export type SettingDocument<K extends SettingKind> = (typeof settingKinds)[K]["initial"];

function slaProblems(document: unknown, { now }: Around): SettingProblem[] {
  return bookProblems(document, now).map(({ detail, path, ...problem }) => ({
    ...problem,
    path: path.map(plain),
    values: { ...detail },
  }));
}

/** A document as it was read, or why it can't be used. */
export type Checked<K extends SettingKind> =
  | { document: SettingDocument<K>; problems: SettingProblem[] }
  | { document: null; problems: SettingProblem[] };

/** Reads a document and says all that is wrong with it at once; a refusal leaves no document. */
export function checkDocument<K extends SettingKind>(
  name: K,
  data: unknown,
  around: Around,
): Checked<K> {
  const definition = settingKinds[name] as unknown as Kind<SettingDocument<K>>;
  const read = definition.schema.safeParse(data);
  if (!read.success) {
    const told = definition.malformed?.(data, around) ?? [];
    const problems = told.length > 0 ? told : read.error.issues.map(shapeProblem);
    return { document: null, problems };
  }
  const problems = definition.problems(read.data, around);
  const refused = problems.some(({ severity }) => severity !== "notice");
  return refused ? { document: null, problems } : { document: read.data, problems };
}

function shapeProblem({ path: steps, message, ...issue }: z.core.$ZodIssue): SettingProblem {
  const path = steps.map(plain);
  // A kind that knows better than its schema what is wrong says so in its issue.
  const { problem, ...values } = issue.code === "custom" ? (issue.params ?? {}) : {};
  return problem
    ? { code: problem, path, values: values as SettingProblem["values"] }
    : { code: "shape", path, values: { where: path.join("."), message } };
}

const plain = (step: PropertyKey) => (typeof step === "symbol" ? String(step) : step);
