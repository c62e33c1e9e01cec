/** The draft of the rules and what its parts may speak of. */
import type { Rule } from "../../../../server/triage/rule.ts";
import type { Choice, Vocabulary } from "./choices.ts";

export type Editor = {
  words: Vocabulary;
  /** Ids of the word lists of the draft. */
  lexicons: string[];
  calendars: Choice[];
};

/** A rule that does nothing until it is filled: for one product, to a team. */
export function newRule(rules: readonly Rule[], owner: string): Rule {
  const taken = new Set(rules.map(({ id }) => id));
  let number = rules.length + 1;
  while (taken.has(`R${number}`)) number += 1;
  return {
    ...{ id: `R${number}`, enabled: true, owner, version: 1 },
    when: { all: [{ field: "module", in: [] as unknown as [string] }] },
    // biome-ignore lint/suspicious/noThenProperty: the name of the field in the rule model.
    then: [{ do: "set_if_empty", team: "" }],
  };
}

/** Rules that say something else than in the version in force count one version more. */
export function withVersions(rules: readonly Rule[], inForce: readonly Rule[]): Rule[] {
  return rules.map((rule) => {
    const before = inForce.find(({ id }) => id === rule.id);
    if (!before || JSON.stringify(before) === JSON.stringify(rule)) return rule;
    return { ...rule, version: before.version + 1 };
  });
}
