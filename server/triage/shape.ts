import type { Condition, Group, Rule } from "./rule.ts";

/** What a group holds, whichever of the three it is. */
const membersOf = (condition: Condition): Condition[] | null => {
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any;
  return "not" in condition ? condition.not : null;
};

/** The same for two conditions that say the same, in whatever order they say it. */
export function conditionKey(condition: Condition): string {
  const members = membersOf(condition);
  if (!members) return leafKey(condition);
  const [word] = Object.keys(condition) as [keyof Group];
  const keys = [...new Set(members.map(conditionKey))].sort();
  // One member alone is the same under "all" and "any".
  return keys.length === 1 && word !== "not" ? keys[0]! : `${word}(${keys.join("|")})`;
}

function leafKey(leaf: Condition): string {
  const told = Object.entries(leaf).map(([key, value]) => {
    const sorted = Array.isArray(value) ? [...new Set(value.map(String))].sort() : value;
    return `${key}=${JSON.stringify(sorted)}`;
  });
  return told.sort().join("&");
}

/** Every plain condition of a rule, those of its actions included. */
export function leavesOf({ when, then }: Rule): Condition[] {
  const ifs = then.flatMap((action) => ("if" in action && action.if ? [action.if] : []));
  return [when, ...ifs].flatMap(leaves);
}

const leaves = (condition: Condition): Condition[] =>
  membersOf(condition)?.flatMap(leaves) ?? [condition];
