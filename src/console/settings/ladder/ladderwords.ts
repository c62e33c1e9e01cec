/** The ladder in words: whom a level brings in, what makes a ticket climb. */
import { m } from "#messages";
import type { EscalationCause, Ladder, LadderRole } from "../../../../server/escalation/ladder.ts";
import { currentLocale } from "../../language.ts";
import { priorityIds } from "../../words/grades.ts";
import type { Change } from "../document/ChangeList.tsx";

export const roleNames: Record<LadderRole, () => string> = {
  assignee: m.ladder_role_assignee,
  lead: m.ladder_role_lead,
  tech: m.ladder_role_tech,
  on_call: m.ladder_role_on_call,
  support_lead: m.ladder_role_support_lead,
  technical_lead: m.ladder_role_technical_lead,
  product_manager: m.ladder_role_product_manager,
};

export const causeNames: Record<EscalationCause, () => string> = {
  no_progress: m.ladder_cause_no_progress,
  nudged: m.ladder_cause_nudged,
  promises_missed: m.ladder_cause_promises_missed,
  delayed_twice: m.ladder_cause_delayed_twice,
  breached: m.ladder_cause_breached,
  sync_missed: m.ladder_cause_sync_missed,
  triage: m.ladder_cause_triage,
  by_hand: m.ladder_cause_by_hand,
};
export const causeIds = Object.keys(causeNames) as EscalationCause[];

export const levelName = (ladder: Ladder, id: string | null): string =>
  id === null
    ? m.ladder_end()
    : (ladder.levels.find((level) => level.id === id)?.name[currentLocale()] ?? id);

const triggerText = ({ enabled, from }: Ladder["triggers"][EscalationCause]): string =>
  enabled ? m.ladder_from({ priority: from }) : m.setup_off();

export function ladderChanges(before: Ladder, after: Ladder): Change[] {
  const differing = (what: string, one: string | null, two: string | null): Change[] =>
    one === two ? [] : [{ what, before: one, after: two }];
  const ids = new Set([...before.levels, ...after.levels].map(({ id }) => id));
  return [
    ...[...ids].flatMap((id) =>
      differing(m.ladder_level_named({ id }), levelText(before, id), levelText(after, id)),
    ),
    ...priorityIds.flatMap((priority) =>
      differing(
        m.ladder_start_of({ priority }),
        levelName(before, before.start[priority]),
        levelName(after, after.start[priority]),
      ),
    ),
    ...causeIds.flatMap((cause) =>
      differing(
        causeNames[cause](),
        triggerText(before.triggers[cause]),
        triggerText(after.triggers[cause]),
      ),
    ),
    ...chairs.flatMap((role) =>
      differing(
        roleNames[role](),
        before.people[role] ? m.ladder_chair_named() : m.ladder_chair_lead(),
        after.people[role] ? m.ladder_chair_named() : m.ladder_chair_lead(),
      ),
    ),
  ];
}

/** The seats of a review. */
export const chairs = ["support_lead", "technical_lead", "product_manager"] as const;

function levelText(ladder: Ladder, id: string): string | null {
  const level = ladder.levels.find((each) => each.id === id);
  if (!level) return null;
  const brings = level.brings.map((role) => roleNames[role]()).join(", ");
  const parts = [
    `${level.name.en} / ${level.name.zh}`,
    brings,
    level.team,
    level.review ? m.ladder_review() : "",
    `→ ${levelName(ladder, level.next)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
