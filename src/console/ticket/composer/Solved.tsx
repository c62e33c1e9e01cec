import { Button } from "@mantine/core";
import { CircleCheck, ExternalLink } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { client, type Ticket } from "../../api.ts";
import { causeName } from "../../words/causes.ts";
import classes from "./composer.module.css";
import { changeDraft, slotOf, useDraft } from "./drafts.ts";
import { PlanFields } from "./PlanFields.tsx";
import { Refused } from "./Refused.tsx";
import { useSending } from "./useSending.ts";

const reasons: Record<string, () => string> = {
  confirmed: m.console_closed_confirmed,
  silent: m.console_closed_silent,
  long_term_plan: m.console_closed_plan,
};

/** What a solved ticket says of its end: why, how it closed, how the customer found it. */
export function Solved({ ticket }: { ticket: Ticket }) {
  const [isPlanning, setPlanning] = useState(false);
  const cause = ticket.causeTag ? causeName(ticket.causeTag) : "";
  const { causeNote, closeReason, need, status } = ticket;
  return (
    <div className={classes.solved}>
      <CircleCheck size={15} aria-hidden="true" />
      <div>
        <p>
          {cause ? m.console_solved_with({ cause }) : m.console_solved()} {causeNote}{" "}
          {closeReason && reasons[closeReason]?.()}
        </p>
        {need && <p>{m.console_need_was({ need })}</p>}
        <Plan ticket={ticket} />
        <Survey survey={ticket.survey} />
        <p className={classes.aside}>
          {m.console_solved_hint()}{" "}
          {status === "solved" && !isPlanning && (
            <Button variant="subtle" size="compact-xs" onClick={() => setPlanning(true)}>
              {m.console_close_with_plan()}
            </Button>
          )}
        </p>
        {isPlanning && status === "solved" && (
          <CloseWithPlan ticket={ticket} onLeave={() => setPlanning(false)} />
        )}
      </div>
    </div>
  );
}

function Plan({ ticket: { planText, planLink } }: { ticket: Ticket }) {
  if (!planText) return null;
  return (
    <p>
      {m.console_plan_is({ text: planText })}{" "}
      {planLink && (
        <a href={planLink} target="_blank" rel="noopener noreferrer">
          {m.console_plan_follow()} <ExternalLink size={12} aria-hidden="true" />
        </a>
      )}
    </p>
  );
}

/** What the customer answered when asked how it was. */
function Survey({ survey }: Pick<Ticket, "survey">) {
  if (!survey) return null;
  const { csat, nps, comment } = survey;
  if (csat === null) return <p className={classes.aside}>{m.console_survey_open()}</p>;
  return (
    <>
      <p>
        {m.console_survey_csat({ csat })} {nps !== null && m.console_survey_nps({ nps })}
      </p>
      {comment && <blockquote className={classes.comment}>{comment}</blockquote>}
    </>
  );
}

/** The customer is told what is planned, and the ticket closes with it. */
function CloseWithPlan({ ticket, onLeave }: { ticket: Ticket; onLeave: () => void }) {
  const slot = slotOf(ticket.id, "plan");
  const { key, planText, planLink } = useDraft(slot);
  const sending = useSending(ticket, slot);
  const canSend = planText.trim() !== "" && /^https?:\/\/\S/.test(planLink.trim());
  const send = () =>
    sending.send(null, (seen) =>
      client.tickets.closeWithPlan.mutate({ ...seen, key, planText, planLink }),
    );
  const leave = () => {
    changeDraft(slot, { planText: "", planLink: "" });
    onLeave();
  };
  return (
    <div className={classes.closing}>
      <PlanFields slot={slot} isLinkNeeded />
      <Refused ticket={ticket} sending={sending} />
      <div className={classes.bar}>
        <Button size="compact-sm" disabled={!canSend} loading={sending.isBusy} onClick={send}>
          {m.console_close_and_tell()}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={leave}>
          {m.console_cancel()}
        </Button>
      </div>
    </div>
  );
}
