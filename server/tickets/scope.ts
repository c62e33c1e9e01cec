/** To which tickets a part of the settings applies: a template, a procedure. */
import { z } from "zod";
import { kindSchema } from "../sla/log.ts";

/** Each named list must hold the ticket's value; a list that is left out asks nothing. */
export const scopeSchema = z.strictObject({
  kinds: z.array(kindSchema).min(1).optional(),
  /** Categories of the help center, or those that triage sets. */
  categories: z.array(z.string().min(1)).min(1).optional(),
  /** How closely the ticket is cared for (sla.md 2.3). */
  levels: z
    .array(z.enum(["L1", "L2", "L3"]))
    .min(1)
    .optional(),
  /** Ways that triage starts besides the ordinary one: `risk`, `incident`. */
  flows: z.array(z.string().min(1)).min(1).optional(),
});
export type Scope = z.infer<typeof scopeSchema>;

/** What is known of a ticket. An empty string is not known, so no list holds it. */
export type ScopeFacts = { kind: string; category: string; level?: string; flow?: string };

const conditions = [
  ["kinds", "kind"],
  ["levels", "level"],
  ["categories", "category"],
  ["flows", "flow"],
] as const satisfies [keyof Scope, keyof ScopeFacts][];

const listOf = (scope: Scope | undefined, name: keyof Scope): readonly string[] | undefined =>
  scope?.[name];

/** Whether every condition holds. */
export const applies = (scope: Scope | undefined, facts: ScopeFacts): boolean =>
  conditions.every(([list, fact]) => listOf(scope, list)?.includes(facts[fact] ?? "") ?? true);

/**
 * How exactly a scope says which tickets it means; 0 = all of them. Each condition weighs more than
 * all before it, so that equal precision means that both name the same conditions.
 */
export const precision = (scope: Scope | undefined): number =>
  conditions.reduce((sum, [list], index) => sum + (listOf(scope, list) ? 2 ** index : 0), 0);

/** Whether a ticket exists to which both apply with equal precision: nothing says which one wins. */
export const collide = (one: Scope | undefined, other: Scope | undefined): boolean =>
  precision(one) === precision(other) &&
  conditions.every(([list]) => {
    const theirs = listOf(other, list);
    return listOf(one, list)?.some((value) => theirs?.includes(value)) ?? true;
  });

/** Those that apply, the most precise first, otherwise in the order given. */
export function byFit<T extends { appliesTo?: Scope | undefined }>(
  all: readonly T[],
  facts: ScopeFacts,
): T[] {
  return all
    .filter(({ appliesTo }) => applies(appliesTo, facts))
    .sort((a, b) => precision(b.appliesTo) - precision(a.appliesTo));
}
