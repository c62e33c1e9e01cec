/** What members of staff are told, by which ways, and what such a notice carries. */
import { z } from "zod";

export const noticeKinds = [
  "assigned",
  "customer_wrote",
  "promise_due",
  "promise_broken",
  "warned",
  "breached",
  "escalated",
  "review_opened",
  "task_given",
  "task_overdue",
  "sync_missing",
  "mentioned",
  "surge",
  "incident_proposed",
  "on_call",
  "vip_contact",
  "next_year_missing",
] as const;
export const noticeKindSchema = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** `app`: counts on the bell until it is read. `mail`: is sent to the person's address. */
export const waysSchema = z.object({ app: z.boolean(), mail: z.boolean() });
export type Ways = z.infer<typeof waysSchema>;

const both: Ways = { app: true, mail: true };
const appOnly: Ways = { app: true, mail: false };

/** Ways where a person has chosen nothing: mail for what can't wait until somebody looks. */
export const defaultWays: Record<NoticeKind, Ways> = {
  assigned: both,
  customer_wrote: both,
  promise_due: both,
  promise_broken: both,
  warned: appOnly,
  breached: both,
  escalated: both,
  review_opened: both,
  task_given: both,
  task_overdue: both,
  sync_missing: appOnly,
  mentioned: both,
  surge: both,
  incident_proposed: both,
  on_call: both,
  vip_contact: both,
  next_year_missing: both,
};

/** What a notice carries besides its kind and ticket: ids, enumerations, numbers and times only. */
export const noticeDataSchema = z.object({
  /** Epoch ms: by when something has to happen, or when it should have. */
  dueAt: z.int().optional(),
  /** The clock meant: ack | first_reply | resolution | promise … */
  metric: z.string().max(40).optional(),
  /** Rung of an escalation, 1 the lowest. */
  level: z.int().optional(),
  /** User who caused it. */
  byId: z.string().max(64).optional(),
  /** Incident, review or task meant. */
  subjectId: z.string().max(64).optional(),
  /** Tickets of a surge, or of an incident that is proposed. */
  count: z.int().optional(),
  /** Number of the incident meant. */
  incident: z.int().optional(),
  /** Calendar year whose holidays are missing. */
  year: z.int().optional(),
});
export type NoticeData = z.infer<typeof noticeDataSchema>;
