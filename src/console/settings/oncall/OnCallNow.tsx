import { PhoneCall } from "lucide-react";
import { m } from "#messages";
import { type OnCall, turnAt } from "../../../../server/escalation/oncall.ts";
import { MINUTE } from "../../../../server/sla/instant.ts";
import { dateAndTime } from "../../time/dates.ts";
import { serverNow, useFromNow } from "../../time/now.ts";
import documentClasses from "../document/document.module.css";
import classes from "./oncall.module.css";
import type { NameOf } from "./oncallchanges.ts";

/** Who is on call by the plan in force, until when, and who comes next. */
export function OnCallNow({ plan, name }: { plan: OnCall; name: NameOf }) {
  useFromNow((now) => Math.floor(now / MINUTE));
  const now = serverNow();
  const known = plan.rotations.filter((rotation) => rotation.people.length > 0);
  if (known.length === 0) return null;
  return (
    <section className={documentClasses.section} aria-labelledby="now-title">
      <h2 id="now-title">{m.oncall_now()}</h2>
      <ul className={classes.now}>
        {known.map((rotation) => {
          const turn = turnAt(plan, rotation, now);
          const next = turn && turnAt(plan, rotation, turn.to);
          return (
            <li key={rotation.id}>
              <PhoneCall size={16} aria-hidden="true" />
              <span>
                <strong>{turn ? name(turn.person) : m.oncall_nobody()}</strong>{" "}
                {turn && m.oncall_until({ time: dateAndTime(turn.to) })}
                <small>
                  {rotation.id}
                  {next && ` · ${m.oncall_next({ name: name(next.person) })}`}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
