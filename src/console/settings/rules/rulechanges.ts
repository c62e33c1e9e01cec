/** What differs between two versions of the rules, in words. */
import { m } from "#messages";
import type { TriageDocument } from "../../../../server/triage/documents.ts";
import type { Lexicon } from "../../../../server/triage/lexicon.ts";
import type { Rule } from "../../../../server/triage/rule.ts";
import type { Change } from "../document/ChangeList.tsx";
import type { Vocabulary } from "./choices.ts";
import { lexiconName, moodName } from "./names.ts";
import { actionsText, conditionText } from "./sentences.ts";

export function ruleChanges(
  before: TriageDocument,
  after: TriageDocument,
  words: Vocabulary,
): Change[] {
  return [
    ...productChanges(before, after, words),
    ...sentenceChanges(before.rules, after.rules, words),
    ...orderChanges(before.rules, after.rules),
    ...wordChanges(before.lexicons, after.lexicons),
    ...moodChanges(before.emotion, after.emotion),
  ].filter(({ before: one, after: two }) => one !== two);
}

const idsOf = (...lists: readonly (readonly { id: string }[])[]): string[] => [
  ...new Set(lists.flatMap((list) => list.map(({ id }) => id))),
];

function productChanges(one: TriageDocument, two: TriageDocument, words: Vocabulary): Change[] {
  const teamOf = ({ modules }: TriageDocument, id: string): string | null => {
    const found = modules.find((module) => module.id === id);
    return found ? words.nameOfTeam(found.team) : null;
  };
  return idsOf(one.modules, two.modules).map((id) => ({
    what: words.nameOfModule(id),
    before: teamOf(one, id),
    after: teamOf(two, id),
  }));
}

function sentenceChanges(one: readonly Rule[], two: readonly Rule[], words: Vocabulary): Change[] {
  const sentence = (rules: readonly Rule[], id: string): string | null => {
    const rule = rules.find((each) => each.id === id);
    return rule ? ruleText(rule, words) : null;
  };
  return idsOf(two, one).map((id) => ({
    what: m.rules_change_rule({ rule: id }),
    before: sentence(one, id),
    after: sentence(two, id),
  }));
}

function ruleText(rule: Rule, words: Vocabulary): string {
  const text = `${conditionText(rule.when, words)} → ${actionsText(rule, words)}`;
  const last = rule.stop ? m.rules_change_last({ text }) : text;
  return rule.enabled ? last : m.rules_change_off({ text: last });
}

/** The stretch of the list in which the rules that both have stand in another order. */
function orderChanges(one: readonly Rule[], two: readonly Rule[]): Change[] {
  const both = (from: readonly Rule[], other: readonly Rule[]) =>
    idsOf(from).filter((id) => other.some((rule) => rule.id === id));
  const [before, after] = [both(one, two), both(two, one)];
  const first = before.findIndex((id, place) => id !== after[place]);
  if (first < 0) return [];
  const last = before.findLastIndex((id, place) => id !== after[place]) + 1;
  const told = (ids: string[]) => ids.slice(first, last).join(", ");
  return [{ what: m.rules_change_order(), before: told(before), after: told(after) }];
}

function wordChanges(one: readonly Lexicon[], two: readonly Lexicon[]): Change[] {
  const find = (list: readonly Lexicon[], id: string) => list.find((each) => each.id === id);
  return idsOf(one, two).flatMap((id) =>
    (["terms", "except"] as const).map((part) => {
      const [was, is] = [listed(find(one, id), part), listed(find(two, id), part)];
      const name = lexiconName(id);
      return {
        what: part === "terms" ? name : m.rules_change_except({ lexicon: name }),
        before: only(was, is),
        after: only(is, was),
      };
    }),
  );
}

const listed = (lexicon: Lexicon | undefined, part: "terms" | "except"): string[] =>
  lexicon ? [...lexicon[part].en, ...lexicon[part].zh] : [];

/** Words that the other list lacks; null when there are none. */
const only = (words: readonly string[], other: readonly string[]): string | null =>
  words.filter((word) => !other.includes(word)).join(", ") || null;

type Emotion = TriageDocument["emotion"];

function moodChanges(one: Emotion, two: Emotion): Change[] {
  const points = ({ weights }: Emotion, id: string) => String(weights[id] ?? 0);
  const weighed = Object.keys({ ...one.weights, ...two.weights });
  return [
    ...(["medium", "high"] as const).map((level) => ({
      what: m.rules_mood_from({ level: moodName(level) }),
      before: String(one.thresholds[level]),
      after: String(two.thresholds[level]),
    })),
    ...weighed.map((id) => ({
      what: `${lexiconName(id)} · ${m.rules_words_points()}`,
      before: points(one, id),
      after: points(two, id),
    })),
  ];
}
