import { m } from "#messages";
import { LEVELS, type Level } from "../../../../server/sla/grades.ts";
import type { Policy } from "../../../../server/sla/policy.ts";
import { clockWords } from "../../words/clocks.ts";
import documentClasses from "../document/document.module.css";
import { isSame } from "../document/localdraft.ts";
import { useProblemsBelow } from "../document/problems.ts";
import { timeText } from "./amounts.ts";
import { EditablePopover } from "./EditablePopover.tsx";
import { type LevelTime, setLevelTime, timesOfLevel } from "./levels.ts";
import { gradeShort } from "./names.ts";
import { TimeFields } from "./TimeFields.tsx";
import classes from "./times.module.css";

const meanings: Record<Level, () => string> = {
  L1: m.times_level_l1,
  L2: m.times_level_l2,
  L3: m.times_level_l3,
};

type Props = {
  policy: Policy;
  /** Its place in the book. */
  index: number;
  inForce: Policy | undefined;
  onChange: (change: (policy: Policy) => void) => void;
};

/** One row a level; a time that holds for several priorities is edited for all of them at once. */
export function LevelTable({ policy, index, inForce, onChange }: Props) {
  return (
    <section className={documentClasses.section} aria-labelledby="levels-title">
      <h2 id="levels-title">{m.times_levels()}</h2>
      <p className={documentClasses.hint}>{m.times_levels_hint()}</p>
      <dl className={classes.levels}>
        {LEVELS.map((level) => (
          <div key={level}>
            <dt>
              {level} <small className={classes.meaning}>{meanings[level]()}</small>
            </dt>
            {timesOfLevel(policy, level).map((group) => (
              <LevelValue
                key={group.cells.map(({ grade, metric }) => grade + metric).join(" ")}
                level={level}
                group={group}
                index={index}
                inForce={inForce}
                onChange={onChange}
              />
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

type ValueProps = Omit<Props, "policy"> & { level: Level; group: LevelTime };

function LevelValue({ level, group, index, inForce, onChange }: ValueProps) {
  const { metric, time, cells } = group;
  const [first] = cells;
  const path = ["policies", index, "grades", first!.grade, metric, "times", first!.index];
  const isFaulty = useProblemsBelow(...path).length > 0;
  const grades = [...new Set(cells.map(({ grade }) => gradeShort(grade)))].join(", ");
  const was = inForce?.grades[first!.grade][metric]?.times[first!.index];
  return (
    <dd>
      <EditablePopover
        label={`${level} · ${grades} · ${clockWords(metric).label()}: ${timeText(time)}`}
        shown={timeText(time)}
        isFaulty={isFaulty}
        isChanged={!isSame(was, time)}
      >
        <TimeFields
          time={time}
          path={path}
          onChange={(span) => onChange((copy) => setLevelTime(copy, cells, span))}
        />
      </EditablePopover>
      <span className={classes.of}>
        {grades} · {clockWords(metric).label()}
      </span>
    </dd>
  );
}
