import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { dayAndTime } from "../../time/dates.ts";
import { personName } from "./people.ts";
import { refreshWork, whyNot } from "./refresh.ts";
import classes from "./work.module.css";

type Review = Ticket["work"]["ladder"]["reviews"][number];

export const chairs: Record<string, () => string> = {
  support_lead: m.work_chair_support_lead,
  technical_lead: m.work_chair_technical_lead,
  product_manager: m.work_chair_product_manager,
};

/** The end of the ladder: three roles decide in writing. The open one first. */
export function Reviews({ ticket }: { ticket: Ticket }) {
  const { reviews } = ticket.work.ladder;
  return [...reviews].reverse().map((review) => (
    <section key={review.id} className={classes.review} aria-labelledby={`review-${review.id}`}>
      <div className={classes.block}>
        <h3 id={`review-${review.id}`}>
          {m.work_review_title()}{" "}
          <small>{m.work_review_since({ time: dayAndTime(review.openedAt.getTime()) })}</small>
        </h3>
        {review.decidedAt ? (
          <Decided review={review} decidedAt={review.decidedAt} ticket={ticket} />
        ) : (
          <Chairs review={review} ticket={ticket} />
        )}
        {review.mayDecide && <Decide ticketId={ticket.id} />}
      </div>
    </section>
  ));
}

function Decided({
  review,
  decidedAt,
  ticket,
}: {
  review: Review;
  decidedAt: Date;
  ticket: Ticket;
}) {
  return (
    <>
      <p className={classes.said}>{review.decision}</p>
      <small className={classes.aside}>
        {m.work_stage_done_by({
          name: personName(ticket, review.decidedById),
          time: dayAndTime(decidedAt.getTime()),
        })}
      </small>
    </>
  );
}

function Chairs({ review, ticket }: { review: Review; ticket: Ticket }) {
  return (
    <dl className={classes.chairs}>
      {Object.entries(review.roles).map(([role, id]) => (
        <div key={role}>
          <dt>{chairs[role]?.() ?? role}</dt>
          <dd>{personName(ticket, id)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Decide({ ticketId }: { ticketId: string }) {
  const [decision, setDecision] = useState("");
  const decide = useMutation(trpc.escalation.decide.mutationOptions({ onSettled: refreshWork }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate({ ticketId, decision });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        maxLength={5000}
        label={m.work_review_decision()}
        value={decision}
        onChange={({ currentTarget }) => setDecision(currentTarget.value)}
      />
      {decide.error && (
        <p role="alert" className={classes.late}>
          {whyNot(decide)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button size="xs" type="submit" disabled={!decision.trim()} loading={decide.isPending}>
          {m.work_review_decide()}
        </Button>
      </div>
    </form>
  );
}
