/** What differs between two sets of policies, in words. */
import { m } from "#messages";
import { GRADES } from "../../../../server/sla/grades.ts";
import type { Policy, Rule, Time } from "../../../../server/sla/policy.ts";
import { clockWords } from "../../words/clocks.ts";
import { statusOf } from "../../words/statuses.ts";
import type { Change } from "../document/ChangeList.tsx";
import { isSame } from "../document/localdraft.ts";
import { timeText } from "./amounts.ts";
import { givenName, gradeShort } from "./names.ts";

/** Policies added, removed, put in another order, and each that is in both. */
export function policyChanges(before: readonly Policy[], after: readonly Policy[]): Change[] {
  const found = (list: readonly Policy[], id: string) => list.find((policy) => policy.id === id);
  const names = (list: readonly Policy[]) => list.map(({ id }) => givenName(id)).join(", ");
  const both = after.filter(({ id }) => found(before, id));
  const stayed = before.filter(({ id }) => found(after, id));
  const isReordered = both.some(({ id }, index) => stayed[index]?.id !== id);
  const several = before.length + after.length > 2;
  return [
    ...before
      .filter(({ id }) => !found(after, id))
      .map(({ id }) => told(m.times_policy(), givenName(id), null)),
    ...after
      .filter(({ id }) => !found(before, id))
      .map(({ id }) => told(m.times_policy(), null, givenName(id))),
    ...(isReordered ? [told(m.times_policy_order(), names(before), names(after))] : []),
    ...both.flatMap((policy) =>
      changesWithin(found(before, policy.id)!, policy).map((change) =>
        several ? { ...change, what: `${givenName(policy.id)} · ${change.what}` } : change,
      ),
    ),
  ];
}

const told = (what: string, before: string | null, after: string | null): Change => ({
  ...{ what, before, after },
});

function changesWithin(one: Policy, two: Policy): Change[] {
  return [
    ...differing(m.times_applies(), scopeText(one), scopeText(two)),
    ...differing(m.times_basis(), basisText(one), basisText(two)),
    ...differing(m.times_receipts(), yesNo(one.readReceipts), yesNo(two.readReceipts)),
    ...GRADES.flatMap((grade) =>
      rowChanges(gradeShort(grade), one.grades[grade], two.grades[grade]),
    ),
    ...rowChanges(m.times_channels(), one.channels, two.channels),
  ];
}

const differing = (what: string, before: string, after: string): Change[] =>
  before === after ? [] : [told(what, before, after)];

const yesNo = (value: boolean) => (value ? m.setup_on() : m.setup_off());
const basisText = ({ quadrantBasis }: Policy) =>
  quadrantBasis === "wall" ? m.times_basis_wall() : m.times_basis_working();

/** Which tickets a policy is for. */
export function scopeText({ appliesTo }: Policy): string {
  const parts = Object.values(appliesTo ?? {}).filter((list) => list && list.length > 0);
  return parts.map((list) => list!.join(", ")).join(" · ") || m.times_applies_all();
}

type Row = Partial<Record<string, Rule>>;

function rowChanges(name: string, one: Row, two: Row): Change[] {
  return [...new Set([...Object.keys(one), ...Object.keys(two)])].flatMap((metric) => {
    const what = `${name} · ${clockWords(metric).label()}`;
    const [before, after] = [one[metric], two[metric]];
    if (!before || !after)
      return [told(what, before ? ruleText(before) : null, after ? ruleText(after) : null)];
    return ruleChanges(what, before, after);
  });
}

const ruleText = ({ times }: Rule): string => times.map(levelledText).join("; ");
const levelledText = (time: Time): string =>
  time.level ? `${time.level} ${timeText(time)}` : timeText(time);

function ruleChanges(what: string, one: Rule, two: Rule): Change[] {
  const pauses = ({ pausedBy }: Rule) =>
    pausedBy.map((status) => statusOf(status).label()).join(", ") || m.times_paused_never();
  return [
    ...timeChanges(what, one.times, two.times),
    ...differing(
      `${what} · ${m.times_calendar()}`,
      givenName(one.calendar),
      givenName(two.calendar),
    ),
    ...differing(`${what} · ${m.times_paused()}`, pauses(one), pauses(two)),
    ...differing(`${what} · ${m.times_roll()}`, yesNo(one.roll), yesNo(two.roll)),
  ];
}

function timeChanges(what: string, one: readonly Time[], two: readonly Time[]): Change[] {
  const length = Math.max(one.length, two.length);
  return Array.from({ length }).flatMap((_, index) => {
    const [before, after] = [one[index], two[index]];
    if (isSame(before, after)) return [];
    const level = (after ?? before)!.level;
    return [
      told(
        level ? `${what} · ${level}` : what,
        before ? timeText(before) : null,
        after ? timeText(after) : null,
      ),
    ];
  });
}
