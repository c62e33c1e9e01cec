/** How closely tickets are cared for, as one table over all priorities. */
import { GRADES, type Grade, type Level, levelOf } from "../../../../server/sla/grades.ts";
import type { PolicyMetric } from "../../../../server/sla/metrics.ts";
import type { Policy, Time } from "../../../../server/sla/policy.ts";
import { isSame } from "../document/localdraft.ts";

/** What a level promises. The acknowledgement is the same for all of them. */
const metrics = ["substantive_reply", "full_reply"] as const satisfies PolicyMetric[];

export type LevelCell = { grade: Grade; metric: PolicyMetric; index: number };

/** Equal times of a level, with the places of the policy where they stand. */
export type LevelTime = { metric: PolicyMetric; time: Time; cells: LevelCell[] };

/** The times of a level, equal ones once. */
export function timesOfLevel(policy: Policy, level: Level): LevelTime[] {
  const groups: LevelTime[] = [];
  for (const cell of cellsOf(policy, level)) {
    const time = policy.grades[cell.grade][cell.metric]!.times[cell.index]!;
    const same = groups.find(
      (group) => group.metric === cell.metric && isSame(span(group.time), span(time)),
    );
    if (same) same.cells.push(cell);
    else groups.push({ metric: cell.metric, time, cells: [cell] });
  }
  return groups;
}

const span = ({ goal, limit }: Time) => ({ goal, limit });

// A time without a level is for every ticket of the row, and most of those have the row's own level.
function cellsOf(policy: Policy, level: Level): LevelCell[] {
  return GRADES.flatMap((grade) =>
    metrics.flatMap((metric) => {
      const times = policy.grades[grade][metric]?.times ?? [];
      return times.flatMap((time, index) => {
        const belongs = time.level === undefined ? levelOf(grade) === level : time.level === level;
        return time.scheme === "level" && belongs ? [{ grade, metric, index }] : [];
      });
    }),
  );
}

/** Sets goal and limit in all these places. Writes into `policy`. */
export function setLevelTime(
  policy: Policy,
  cells: readonly LevelCell[],
  { goal, limit }: Pick<Time, "goal" | "limit">,
): void {
  for (const { grade, metric, index } of cells) {
    const { goal: _, ...time } = policy.grades[grade][metric]!.times[index]!;
    policy.grades[grade][metric]!.times[index] = { ...time, limit, ...(goal && { goal }) };
  }
}
