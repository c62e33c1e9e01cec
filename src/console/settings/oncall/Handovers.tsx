import { m } from "#messages";
import { When } from "../../time/When.tsx";
import documentClasses from "../document/document.module.css";
import classes from "./oncall.module.css";
import type { NameOf } from "./oncallchanges.ts";

type Handover = { at: Date; rotation: string; person: string; from: string };

/** Turns as they were taken over, newest first. */
export function Handovers({ handovers, name }: { handovers: Handover[]; name: NameOf }) {
  if (handovers.length === 0) return null;
  return (
    <section className={documentClasses.section} aria-labelledby="handovers-title">
      <h2 id="handovers-title">{m.oncall_handovers()}</h2>
      <p className={documentClasses.hint}>{m.oncall_handovers_hint()}</p>
      <ul className={classes.turns}>
        {handovers.map(({ rotation, person, from }) => (
          <li key={`${rotation} ${person} ${from}`}>
            <span>
              {name(person)} <small>{rotation}</small>
            </span>
            <When at={new Date(from)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
