import {
  AlarmClock,
  AtSign,
  CalendarX,
  ClipboardList,
  Gavel,
  Handshake,
  HeartHandshake,
  type LucideIcon,
  MessageSquare,
  NotebookPen,
  PhoneCall,
  Siren,
  Timer,
  TrendingUp,
  TriangleAlert,
  UserCheck,
} from "lucide-react";
import { m } from "#messages";
import type { Notice } from "../api.ts";

export type NoticeKind = Notice["kind"];

type Words = {
  /** When one is told, as the person's own settings list it. */
  label: () => string;
  /** What happened, as the bell's list says it. */
  said: () => string;
  icon: LucideIcon;
};

export const noticeWords: Record<NoticeKind, Words> = {
  assigned: { label: m.notices_kind_assigned, said: m.notices_said_assigned, icon: UserCheck },
  customer_wrote: {
    label: m.notices_kind_customer_wrote,
    said: m.notices_said_customer_wrote,
    icon: MessageSquare,
  },
  promise_due: {
    label: m.notices_kind_promise_due,
    said: m.notices_said_promise_due,
    icon: Handshake,
  },
  promise_broken: {
    label: m.notices_kind_promise_broken,
    said: m.notices_said_promise_broken,
    icon: TriangleAlert,
  },
  warned: { label: m.notices_kind_warned, said: m.notices_said_warned, icon: Timer },
  breached: { label: m.notices_kind_breached, said: m.notices_said_breached, icon: AlarmClock },
  escalated: {
    label: m.notices_kind_escalated,
    said: m.notices_said_escalated,
    icon: TrendingUp,
  },
  review_opened: {
    label: m.notices_kind_review_opened,
    said: m.notices_said_review_opened,
    icon: Gavel,
  },
  task_given: {
    label: m.notices_kind_task_given,
    said: m.notices_said_task_given,
    icon: ClipboardList,
  },
  task_overdue: {
    label: m.notices_kind_task_overdue,
    said: m.notices_said_task_overdue,
    icon: ClipboardList,
  },
  sync_missing: {
    label: m.notices_kind_sync_missing,
    said: m.notices_said_sync_missing,
    icon: NotebookPen,
  },
  mentioned: { label: m.notices_kind_mentioned, said: m.notices_said_mentioned, icon: AtSign },
  surge: { label: m.notices_kind_surge, said: m.notices_said_surge, icon: TrendingUp },
  incident_proposed: {
    label: m.notices_kind_incident_proposed,
    said: m.notices_said_incident_proposed,
    icon: Siren,
  },
  on_call: { label: m.notices_kind_on_call, said: m.notices_said_on_call, icon: PhoneCall },
  vip_contact: {
    label: m.notices_kind_vip_contact,
    said: m.notices_said_vip_contact,
    icon: HeartHandshake,
  },
  next_year_missing: {
    label: m.notices_kind_next_year_missing,
    said: m.notices_said_next_year_missing,
    icon: CalendarX,
  },
};
