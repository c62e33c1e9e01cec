import { ArrowRight, Gavel } from "lucide-react";
import { Fragment } from "react";
import { m } from "#messages";
import { type Ladder, pathFrom } from "../../../../server/escalation/ladder.ts";
import { currentLocale } from "../../language.ts";
import { priorityIds } from "../../words/grades.ts";
import { isSame } from "../document/localdraft.ts";
import classes from "./ladder.module.css";
import { roleNames } from "./ladderwords.ts";

/** Every way up, drawn from its first level to its end; priorities that go the same way share one. */
export function Paths({ ladder }: { ladder: Ladder }) {
  const ways = new Map<string, string[]>();
  for (const priority of priorityIds) {
    const start = ladder.start[priority];
    ways.set(start, [...(ways.get(start) ?? []), priority]);
  }
  return [...ways].map(([start, priorities]) => {
    const path = pathFrom(ladder, start);
    const isLoop = path.length > 0 && !isSame(path.at(-1)!.next, null);
    return (
      <div key={start} className={classes.way}>
        <span className={classes.who}>{priorities.join(", ")}</span>
        <ol className={classes.path}>
          {path.map((level) => (
            <Fragment key={level.id}>
              <li>
                <strong>{level.name[currentLocale()] || level.id}</strong>
                <small>{level.brings.map((role) => roleNames[role]()).join(", ")}</small>
              </li>
              {(level.next !== null || level.review) && (
                <li aria-hidden="true" className={classes.arrow}>
                  <ArrowRight size={16} />
                </li>
              )}
            </Fragment>
          ))}
          {path.at(-1)?.review && (
            <li>
              <Gavel size={16} aria-hidden="true" />
              <small>{m.ladder_decision()}</small>
            </li>
          )}
          {isLoop && <li className={classes.loop}>{m.ladder_loops()}</li>}
        </ol>
      </div>
    );
  });
}
