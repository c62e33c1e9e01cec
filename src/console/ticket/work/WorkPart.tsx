import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { isDone } from "../../words/statuses.ts";
import contextClasses from "../context/context.module.css";
import { AddMenu } from "./AddMenu.tsx";
import { Followers } from "./Followers.tsx";
import { Lines } from "./Lines.tsx";
import { Owed } from "./Owed.tsx";
import { Procedure } from "./Procedure.tsx";
import { Reviews } from "./Reviews.tsx";
import { Steps } from "./Steps.tsx";
import { Tasks } from "./Tasks.tsx";
import { ThirdParties } from "./ThirdParties.tsx";
import classes from "./work.module.css";

/** What is done about the case besides writing. What there is nothing of takes no room. */
export function WorkPart({ ticket, onUpdate }: { ticket: Ticket; onUpdate: () => void }) {
  const done = isDone(ticket.status);
  return (
    <section className={contextClasses.part} aria-labelledby="work-title">
      <header className={classes.head}>
        <h2 id="work-title">{m.work_title()}</h2>
        <AddMenu ticket={ticket} />
      </header>
      <div className={classes.blocks}>
        <Reviews ticket={ticket} />
        {!done && <Owed ticket={ticket} />}
        <Procedure ticket={ticket} onUpdate={onUpdate} />
        <Tasks ticket={ticket} />
        <ThirdParties ticket={ticket} />
        <Lines ticket={ticket} />
        <Steps ticket={ticket} />
        <Followers ticket={ticket} />
      </div>
    </section>
  );
}
