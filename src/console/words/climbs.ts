import { m } from "#messages";
import type { EscalationCause } from "../../../server/escalation/ladder.ts";

/** Why a ticket climbed. */
const climbs: Record<EscalationCause, () => string> = {
  no_progress: m.work_cause_no_progress,
  nudged: m.work_cause_nudged,
  promises_missed: m.work_cause_promises_missed,
  delayed_twice: m.work_cause_delayed_twice,
  breached: m.work_cause_breached,
  sync_missed: m.work_cause_sync_missed,
  triage: m.work_cause_triage,
  by_hand: m.work_cause_by_hand,
};

export const climbName = (cause: string): string => climbs[cause as EscalationCause]?.() ?? cause;
