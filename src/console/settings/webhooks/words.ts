import { Ban, CircleCheck, Clock, type LucideIcon, RotateCw } from "lucide-react";
import { m } from "#messages";

const events: Record<string, () => string> = {
  test: m.settings_event_test,
  "ticket.created": m.settings_event_ticket_created,
  "ticket.replied": m.settings_event_ticket_replied,
  "ticket.solved": m.settings_event_ticket_solved,
  "ticket.reopened": m.settings_event_ticket_reopened,
  "ticket.closed": m.settings_event_ticket_closed,
  "ticket.escalated": m.settings_event_ticket_escalated,
  "clock.breached": m.settings_event_clock_breached,
  "promise.broken": m.settings_event_promise_broken,
  "incident.opened": m.settings_event_incident_opened,
  "incident.resolved": m.settings_event_incident_resolved,
  "article.published": m.settings_event_article_published,
};
export const eventName = (event: string): string => events[event]?.() ?? event;

const errors: Record<string, (status: { status: number }) => string> = {
  refused: m.settings_error_refused,
  redirected: m.settings_error_redirected,
  timeout: m.settings_error_timeout,
  unresolved: m.settings_error_unresolved,
  unreachable: m.settings_error_unreachable,
  private_address: m.settings_error_private_address,
  insecure: m.settings_error_insecure,
  switched_off: m.settings_error_switched_off,
};

type Tried = { status: number | null; error: string; doneAt: Date | null };
export type Outcome = {
  state: "arrived" | "given_up" | "retrying" | "waiting";
  label: string;
  /** Why it didn't arrive; empty where it did. */
  reason: string;
  icon: LucideIcon;
};

/** How far a delivery is, in words and a shape. */
export function outcomeOf({ status, error, doneAt }: Tried): Outcome {
  const reason = error ? (errors[error]?.({ status: status ?? 0 }) ?? error) : "";
  if (doneAt)
    return error
      ? { state: "given_up", label: m.settings_log_given_up(), reason, icon: Ban }
      : { state: "arrived", label: m.settings_log_arrived(), reason, icon: CircleCheck };
  return error
    ? { state: "retrying", label: m.settings_log_retrying(), reason, icon: RotateCw }
    : { state: "waiting", label: m.settings_log_waiting(), reason, icon: Clock };
}
