/** What every number of the page is called and how it is counted. */
import { m } from "#messages";
import { clockWords, timeWords, type Words } from "./clockdefinitions.ts";
import type { MeasureId, RateId } from "./overview.ts";
import { figureWords } from "./reports/figurewords.ts";

export type DefinitionId = MeasureId | RateId;
const words = (title: () => string, text: () => string): Words => ({ title, text });

const deflection = {
  explicit_rate: words(m.insight_explicit_rate_title, m.insight_explicit_rate_definition),
  confirmed_rate: words(m.insight_confirmed_rate_title, m.insight_confirmed_rate_definition),
  assumed_rate: words(m.insight_assumed_rate_title, m.insight_assumed_rate_definition),
  submission_rate: words(m.insight_submission_rate_title, m.insight_submission_rate_definition),
  naive_rate: words(m.insight_naive_rate_title, m.insight_naive_rate_definition),
};
const attempts = {
  episodes: words(m.insight_episodes_title, m.insight_episodes_definition),
  deflected: words(m.insight_deflected_title, m.insight_deflected_definition),
  confirmed: words(m.insight_confirmed_title, m.insight_confirmed_definition),
  assumed: words(m.insight_assumed_title, m.insight_assumed_definition),
  abandoned: words(m.insight_abandoned_title, m.insight_abandoned_definition),
  late_contact: words(m.insight_late_contact_title, m.insight_late_contact_definition),
  submitted: words(m.insight_submitted_title, m.insight_submitted_definition),
  contacted: words(m.insight_contacted_title, m.insight_contacted_definition),
  not_submitted: words(m.insight_not_submitted_title, m.insight_not_submitted_definition),
  pending: words(m.insight_pending_title, m.insight_pending_definition),
};
const open = {
  open: words(m.insight_open_title, m.insight_open_definition),
  breached: words(m.insight_breached_title, m.insight_breached_definition),
  at_risk: words(m.insight_at_risk_title, m.insight_at_risk_definition),
  running: words(m.insight_running_title, m.insight_running_definition),
  paused: words(m.insight_paused_title, m.insight_paused_definition),
  idle: words(m.insight_idle_title, m.insight_idle_definition),
  overdue: words(m.insight_overdue_title, m.insight_overdue_definition),
  next_hour: words(m.insight_next_hour_title, m.insight_next_hour_definition),
  today: words(m.insight_today_title, m.insight_today_definition),
  later: words(m.insight_later_title, m.insight_later_definition),
  no_due: words(m.insight_no_due_title, m.insight_no_due_definition),
};
const rhythm = {
  silence_rate: words(m.insight_silence_rate_title, m.insight_silence_rate_definition),
  silent_tickets: words(m.insight_silent_tickets_title, m.insight_silent_tickets_definition),
  rhythm_tickets: words(m.insight_rhythm_tickets_title, m.insight_rhythm_tickets_definition),
};
const flow = {
  opened: words(m.insight_opened_title, m.insight_opened_definition),
  solved: words(m.insight_solved_title, m.insight_solved_definition),
};

/** As the page of definitions lists them. */
export const groups: { title: () => string; entries: Record<string, Words> }[] = [
  { title: m.charts_group_deflection, entries: deflection },
  { title: m.charts_group_attempts, entries: attempts },
  { title: m.charts_group_open, entries: open },
  { title: m.charts_group_clocks, entries: clockWords },
  { title: m.charts_group_times, entries: timeWords },
  { title: m.charts_group_rhythm, entries: rhythm },
  { title: m.charts_group_flow, entries: flow },
  { title: m.report_figures, entries: figureWords },
];

const all = {
  ...deflection,
  ...attempts,
  ...open,
  ...clockWords,
  ...timeWords,
  ...rhythm,
  ...flow,
} as Record<DefinitionId, Words>;

export const isDefined = (id: string | undefined): id is DefinitionId =>
  id !== undefined && Object.hasOwn(all, id);
export const titleOf = (id: DefinitionId): string => all[id].title();
export const textOf = (id: DefinitionId): string => all[id].text();
/** Whether it tells of this moment, whatever the period is. */
export const isOfNow = (id: DefinitionId): boolean => Object.hasOwn(open, id);
