/** What can be chosen for each field of a rule, by its name in the desk's language. */
import { useMemo } from "react";
import type { Field } from "../../../../server/triage/rule.ts";
import type { Team } from "../../../../server/triage/ruleset.ts";
import { type Named, nameOf, type Settings, useSettings } from "../../settings.ts";
import { categories, channels, flags, impacts, teamNameIn, tiers } from "./names.ts";

export type Choice = { value: string; label: string };

/** Names of everything a rule may speak of. */
export type Vocabulary = {
  teams: Choice[];
  /** Values of a field, or null where anything may be written. */
  valuesOf: (field: Field) => Choice[] | null;
  nameOfValue: (field: Field, value: string) => string;
  nameOfTeam: (id: string) => string;
  nameOfModule: (id: string) => string;
};

const listed = (names: Record<string, () => string>): Choice[] =>
  Object.entries(names).map(([value, name]) => ({ value, label: name() }));
const fromContent = (list: readonly Named[]): Choice[] =>
  list.map(({ id }) => ({ value: id, label: nameOf(list, id) }));

function optionsOf({ forms }: Settings, id: string): Choice[] {
  const field = forms.find((form) => form.id === "contact")?.fields.find((one) => one.id === id);
  return fromContent(field?.options ?? []);
}

export function vocabularyOf(settings: Settings, teams: readonly Team[]): Vocabulary {
  const languages = new Intl.DisplayNames(undefined, { type: "language" });
  const known: Partial<Record<Field, Choice[]>> = {
    kind: listed(categories),
    topic: fromContent(settings.categories),
    module: fromContent(settings.modules),
    impact: [...optionsOf(settings, "impact"), ...listed(impacts)],
    urgency: optionsOf(settings, "urgency"),
    tier: listed(tiers),
    channel: listed(channels),
    locale: ["en", "zh"].map((value) => ({ value, label: languages.of(value) ?? value })),
    tags: listed(flags),
  };
  const valuesOf = (field: Field) => known[field] ?? null;
  return {
    teams: teams.map(({ id }) => ({ value: id, label: teamNameIn(teams, id) })),
    valuesOf,
    nameOfValue: (field, value) =>
      valuesOf(field)?.find((choice) => choice.value === value)?.label ?? value,
    nameOfTeam: (id) => teamNameIn(teams, id),
    nameOfModule: (id) => nameOf(settings.modules, id),
  };
}

export function useVocabulary(teams: readonly Team[]): Vocabulary {
  const settings = useSettings();
  return useMemo(() => vocabularyOf(settings, teams), [settings, teams]);
}
