import { useQuery } from "@tanstack/react-query";
import { Gavel } from "lucide-react";
import { m } from "#messages";
import { type ReviewRow, trpc } from "../api.ts";
import { intlLocale } from "../language.ts";
import { listed } from "../ticket/work/people.ts";
import { dayAndTime } from "../time/dates.ts";
import { Found } from "./Found.tsx";
import { Page } from "./Page.tsx";
import { TicketLine } from "./TicketLine.tsx";
import classes from "./teamwork.module.css";

/** Reviews that wait for a decision, the oldest first. It is written on the ticket's page. */
export function ReviewsPage() {
  const asked = useQuery(trpc.escalation.reviews.queryOptions());
  return (
    <Page title={m.work_reviews_page()} lead={m.work_reviews_lead()}>
      <Found
        asked={asked}
        isEmpty={(reviews) => reviews.length === 0}
        empty={{ icon: Gavel, title: m.work_reviews_none() }}
      >
        {(reviews) => (
          <ul className={classes.list}>
            {reviews.map((review) => (
              <Row key={review.id} review={review} />
            ))}
          </ul>
        )}
      </Found>
    </Page>
  );
}

function Row({ review: { ticket, openedAt, names } }: { review: ReviewRow }) {
  return (
    <li>
      <TicketLine ticket={ticket} />
      <span className={classes.aside}>
        {m.work_review_since({ time: dayAndTime(openedAt.getTime()) })} ·{" "}
        {listed(names, intlLocale())}
      </span>
    </li>
  );
}
