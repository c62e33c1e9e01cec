import { z } from "zod";
import { prioritySchema } from "../sla/log.ts";
import { emotionLevelSchema } from "./emotion.ts";
import { categorySchema } from "./facts.ts";

const id = z.string().min(1);
const some = z.array(id).min(1);
const value = z.union([z.string(), z.number(), z.boolean()]);

/** Facts a rule may ask for by name; `tags` holds when the ticket has such a tag. */
export const fieldSchema = z.enum([
  "kind",
  "topic",
  "module",
  "impact",
  "urgency",
  "tier",
  "channel",
  "locale",
  "region",
  "tags",
  "prior_contacts",
]);
export type Field = z.infer<typeof fieldSchema>;

const plainCondition = z.union([
  /** A term of this lexicon occurs in the text; with `at_least`, that many different ones. */
  z.strictObject({ text_any: id, at_least: z.int().positive().optional() }),
  z.strictObject({ field: fieldSchema, eq: value }),
  z.strictObject({ field: fieldSchema, in: z.array(value).min(1) }),
  /** The fact is a number and not less than this (the `>=` of a rule). */
  z.strictObject({ field: fieldSchema, at_least: z.number() }),
  /** The mood of the text is exactly this. */
  z.strictObject({ emotion: emotionLevelSchema }),
  /** At least so many earlier contacts on the same problem. */
  z.strictObject({ prior_contacts: z.int().positive() }),
  /** One of these; the same for the next three. */
  z.strictObject({ tier: some }),
  z.strictObject({ channel: some }),
  z.strictObject({ locale: some }),
  z.strictObject({ impact: some }),
  /** The ticket was received within the open hours of this calendar. */
  z.strictObject({ hour_in: id }),
  /** The module chosen is one of those the rule set has a second line for. */
  z.strictObject({ module_known: z.literal(true) }),
  /** No rule before this one has set it. */
  z.strictObject({ unset: z.enum(["category", "team"]) }),
  /** No rule before this one has fired. */
  z.strictObject({ unmatched: z.literal(true) }),
]);
type PlainCondition = z.infer<typeof plainCondition>;

/** all: every one holds · any: one of them · not: none of them. They nest. */
export type Group = { all: Condition[] } | { any: Condition[] } | { not: Condition[] };
export type Condition = PlainCondition | Group;

const conditions = z.array(z.lazy((): z.ZodType<Condition> => conditionSchema));
const group: z.ZodType<Group> = z.union([
  z.strictObject({ all: conditions }),
  z.strictObject({ any: conditions }),
  z.strictObject({ not: conditions }),
]);
export const conditionSchema: z.ZodType<Condition> = z.union([plainCondition, group]);

export const actionSchema = z.discriminatedUnion("do", [
  /** At least this priority; never lowers. With `if`, only where that holds as well. */
  z.strictObject({
    do: z.literal("raise_priority"),
    to: prioritySchema,
    if: conditionSchema.optional(),
  }),
  /** One step more urgent, but not past `cap`. */
  z.strictObject({ do: z.literal("step_up"), cap: prioritySchema }),
  /** The first rule that says it decides. `{ of: "module" }` is the second line of the chosen module. */
  z.strictObject({
    do: z.literal("set_if_empty"),
    category: categorySchema.optional(),
    team: z.union([id, z.strictObject({ of: z.literal("module") })]).optional(),
  }),
  /** Whatever was set before. */
  z.strictObject({ do: z.literal("set"), team: id }),
  /** A mark for the agent, such as `calm-first`. */
  z.strictObject({ do: z.literal("flag"), flag: id }),
  /** A role that is told at once, such as `csm`, the customer's account manager. */
  z.strictObject({ do: z.literal("notify"), role: id }),
  /** The first flow that is started stays. */
  z.strictObject({ do: z.literal("start_flow"), flow: z.enum(["incident", "risk"]) }),
  z.strictObject({ do: z.literal("tag"), tag: id }),
]);
export type Action = z.infer<typeof actionSchema>;

/** One line of the list that is gone through from the top. */
export const ruleSchema = z.strictObject({
  /** Stored with every ticket it fired on; never used again for another meaning. */
  id,
  enabled: z.boolean(),
  when: group,
  /** Carried out in this order. */
  // biome-ignore lint/suspicious/noThenProperty: rules are data, and this is the name of the field.
  then: z.array(actionSchema).min(1),
  /** No rule after this one is looked at when it fires. */
  stop: z.boolean().optional(),
  /** Who answers for it. */
  owner: z.string(),
  version: z.int().positive(),
});
export type Rule = z.infer<typeof ruleSchema>;
