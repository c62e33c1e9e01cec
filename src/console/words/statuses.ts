import {
  CalendarClock,
  Circle,
  CircleCheck,
  CircleCheckBig,
  CircleDashed,
  CircleDot,
  CirclePause,
  Hourglass,
  type LucideIcon,
} from "lucide-react";
import { m } from "#messages";
import type { Status } from "../../../server/sla/log.ts";

/** States of a ticket: a word and a shape each, so that colour is never alone. */
export const statuses: Record<Status, { label: () => string; icon: LucideIcon }> = {
  new: { label: m.console_status_new, icon: CircleDashed },
  open: { label: m.console_status_open, icon: CircleDot },
  waiting_customer: { label: m.console_status_waiting_customer, icon: CirclePause },
  waiting_third_party: { label: m.console_status_waiting_third_party, icon: Hourglass },
  planned: { label: m.console_status_planned, icon: CalendarClock },
  solved: { label: m.console_status_solved, icon: CircleCheck },
  closed: { label: m.console_status_closed, icon: CircleCheckBig },
};

export const statusOf = (status: string) =>
  statuses[status as Status] ?? { label: () => status, icon: Circle };

/** Nothing is owed any more. */
export const isDone = (status: string): boolean => status === "solved" || status === "closed";
