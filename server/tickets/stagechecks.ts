/** What speaks against a document of procedures, besides its form. */
import { emptyTexts, type Finding, repeated } from "./finding.ts";
import { collide } from "./scope.ts";
import type { Procedure, Procedures, Stage, StageNote } from "./stages.ts";

export type StageCode =
  | "stage_no_stage"
  | "stage_duplicate_id"
  | "text_empty"
  | "stage_unknown_team"
  | "stage_choice_without_options"
  /** Two procedures fit the same tickets equally well: nothing says which one is meant. */
  | "stage_same_tickets";

type Found = Finding<StageCode>;
type Path = Found["path"];

/**
 * Everything that speaks against the procedures; empty when they may be saved.
 * @param teams ids of the teams there are.
 */
export const checkStages = ({ templates }: Procedures, teams: readonly string[]): Found[] => [
  ...duplicates(templates, ["templates"]),
  ...templates.flatMap((procedure, index) => [
    ...checkProcedure(procedure, teams, ["templates", index]),
    ...rivals(templates, index),
  ]),
];

const duplicates = (items: readonly { id: string }[], path: Path): Found[] =>
  repeated(items).map(({ index, id }) => ({
    code: "stage_duplicate_id",
    path: [...path, index, "id"],
    values: { id },
  }));

const rivals = (all: readonly Procedure[], index: number): Found[] =>
  all.slice(0, index).flatMap((earlier) => {
    const { id, appliesTo } = all[index]!;
    if (!collide(earlier.appliesTo, appliesTo)) return [];
    const values = { id, other: earlier.id };
    return [{ code: "stage_same_tickets", path: ["templates", index, "appliesTo"], values }];
  });

function checkProcedure(procedure: Procedure, teams: readonly string[], path: Path): Found[] {
  const { id, name, stages } = procedure;
  const at = [...path, "stages"];
  return [
    ...emptyTexts(name, [...path, "name"]),
    ...(stages.length === 0
      ? [{ code: "stage_no_stage", path: at, values: { id } } satisfies Found]
      : []),
    ...duplicates(stages, at),
    ...stages.flatMap((stage, index) => checkStage(stage, teams, [...at, index])),
  ];
}

function checkStage(stage: Stage, teams: readonly string[], path: Path): Found[] {
  const { owner, name, notes } = stage;
  const team = owner.startsWith("team:") ? owner.slice("team:".length) : null;
  const found: Found[] = emptyTexts(name, [...path, "name"]);
  if (team !== null && !teams.includes(team))
    found.push({ code: "stage_unknown_team", path: [...path, "owner"], values: { team } });
  return [
    ...found,
    ...duplicates(notes, [...path, "notes"]),
    ...notes.flatMap((note, index) => checkNote(note, [...path, "notes", index])),
  ];
}

function checkNote({ id, type, label, options = [] }: StageNote, path: Path): Found[] {
  const at = [...path, "options"];
  const found: Found[] = emptyTexts(label, [...path, "label"]);
  if (type === "choice" && options.length === 0)
    found.push({ code: "stage_choice_without_options", path: at, values: { id } });
  return [
    ...found,
    ...duplicates(options, at),
    ...options.flatMap((option, index) => emptyTexts(option.label, [...at, index, "label"])),
  ];
}
