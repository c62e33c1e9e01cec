import { m } from "#messages";
import type { Arithmetic } from "../../../../server/sla/arithmetic.ts";
import { duration } from "../../time/durations.ts";

type Rule = Arithmetic["rules"][number];

const rules: Record<Rule["rule"], () => string> = {
  target: m.work_rule_target,
  earliest_of_schemes: m.work_rule_earliest_of_schemes,
  raised: m.work_rule_raised,
  lowered: m.work_rule_lowered,
  floor: m.work_rule_floor,
  never_later: m.work_rule_never_later,
  reopened: m.work_rule_reopened,
  rolled_to_opening: m.work_rule_rolled_to_opening,
  working_day: m.work_rule_working_day,
  moved: m.work_rule_moved,
};
export const ruleWords = ({ rule }: Rule): string => rules[rule]();

export const targetWords = (target: NonNullable<Arithmetic["target"]>): string =>
  "seconds" in target
    ? duration(target.seconds * 1000)
    : m.work_why_days({ count: target.working_days });

/** `wall` and calendars that never close are hours of the day, whoever works. */
export const calendarWords = (calendar: Arithmetic["calendar"]): string =>
  !calendar || calendar.id === "wall" || calendar.id === "c247"
    ? m.work_why_always()
    : m.work_why_calendar({ id: calendar.id, zone: calendar.zone });
