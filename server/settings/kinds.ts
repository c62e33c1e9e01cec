/** The documents of settings: what each must look like, what keeps it from being used, how it begins. */
import { z } from "zod";
import { defaultLadder, ladderProblems, ladderSchema } from "../escalation/ladder.ts";
import { onCallProblems, onCallSchema } from "../escalation/oncall.ts";

/** What a document may refer to. */
export type Around = {
  /** Ids of active staff. */
  people: ReadonlySet<string>;
  /** Ids of categories and modules of the content folder. */
  categories: ReadonlySet<string>;
  modules: ReadonlySet<string>;
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
  initial: T;
};
const kind = <T>(definition: Kind<T>): Kind<T> => definition;

export const settingKinds = {
  ladder: kind({
    schema: ladderSchema,
    problems: ladderProblems,
    initial: defaultLadder,
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
  if (!read.success) return { document: null, problems: read.error.issues.map(shapeProblem) };
  const problems = definition.problems(read.data, around);
  const refused = problems.some(({ severity }) => severity !== "notice");
  return refused ? { document: null, problems } : { document: read.data, problems };
}

const shapeProblem = ({ path, message }: z.core.$ZodIssue): SettingProblem => ({
  code: "shape",
  path: path.map((step) => (typeof step === "symbol" ? String(step) : step)),
  values: { message },
});
