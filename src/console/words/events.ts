import { m } from "#messages";
import type { Team } from "../../../server/triage/ruleset.ts";
import type { TicketEvent } from "../api.ts";
import { teamNameIn } from "../settings/rules/names.ts";
import { dayAndTime } from "../time/dates.ts";
import { causeName } from "./causes.ts";
import { climbName } from "./climbs.ts";
import { clockWords } from "./clocks.ts";
import { kindName } from "./grades.ts";
import { statusOf } from "./statuses.ts";

type Data = {
  agentId?: string | null;
  from?: string;
  to?: string;
  tag?: string;
  promiseAt?: number;
  articleId?: string;
  number?: number;
  choice?: string;
  priority?: string;
  kind?: string;
  teamId?: string;
  procedure?: string | null;
  name?: string;
  cause?: string;
  metric?: string;
  stage?: string;
};
type People = readonly { id: string; name: string }[];
type Teams = readonly Team[];
type Stages = readonly { id: string; name: string }[];
type Told = { event: TicketEvent; people: People; teams: Teams; stages: Stages };
type Teller = (data: Data, told: Told) => string;

/** What an event that the work on a case left behind says; its names stand beside it on the page. */
const work: Record<string, Teller> = {
  procedure_begun: ({ procedure }) =>
    procedure ? m.work_event_procedure() : m.work_event_procedure_none(),
  stage_finished: ({ stage = "" }, { stages }) => {
    const name = stages.find(({ id }) => id === stage)?.name;
    return name ? m.work_event_stage_named({ stage: name }) : m.work_event_stage();
  },
  milestone: ({ name = "" }) => m.work_event_milestone({ result: clockWords(name).label() }),
  task_given: () => m.work_event_task_given(),
  task_answered: () => m.work_event_task_answered(),
  task_done: () => m.work_event_task_done(),
  shipped: () => m.work_event_shipped(),
  third_party_opened: () => m.work_event_third_opened(),
  third_party_closed: () => m.work_event_third_closed(),
  escalated: ({ cause = "" }) => m.work_event_escalated({ cause: climbName(cause) }),
  review_decided: () => m.work_event_review_decided(),
  level_changed: ({ to = "" }) => m.work_event_level({ to }),
  breached: ({ metric = "" }) => m.work_event_breached({ clock: clockWords(metric).label() }),
  warned: ({ metric = "" }) => m.work_event_warned({ clock: clockWords(metric).label() }),
  promise_broken: () => m.work_event_promise_broken(),
};

const nameOf = (people: People, id: string): string =>
  people.find((person) => person.id === id)?.name ?? m.console_somebody();

const tellers: Record<string, Teller> = {
  ...work,
  created: ({ priority = "" }, { event }) =>
    event.actorKind === "agent"
      ? m.console_event_created_for({ priority })
      : m.console_event_created({ priority }),
  acknowledged: () => m.console_event_acknowledged(),
  read_receipt: () => m.console_event_opened(),
  assigned: ({ agentId, teamId }, { event, people, teams }) => {
    if (teamId) return toTeam(teamNameIn(teams, teamId), agentId, people);
    if (!agentId) return m.console_event_unassigned();
    if (agentId === event.actorId) return m.console_event_taken();
    return m.console_event_assigned({ name: nameOf(people, agentId) });
  },
  priority_changed: ({ from = "", to = "" }) => m.console_event_priority({ from, to }),
  kind_changed: ({ to = "" }) => m.console_event_kind({ kind: kindName(to) }),
  status_changed: ({ from = "", to = "" }) =>
    m.console_event_status({ from: statusOf(from).label(), to: statusOf(to).label() }),
  promised: ({ promiseAt = 0 }) => m.console_event_promised({ time: dayAndTime(promiseAt) }),
  reopened: () => m.console_event_reopened(),
  merged: () => m.console_event_merged(),
  absorbed: () => m.console_event_absorbed(),
  incident_joined: ({ number = 0 }) => m.incidents_event_joined({ number }),
  incident_left: ({ number = 0 }) => m.incidents_event_left({ number }),
  erased: () => m.console_event_erased(),
  filed: () => m.console_event_filed(),
  nudged: () => m.console_event_nudged(),
  cause_set: ({ tag = "" }) => m.console_event_cause({ cause: causeName(tag) }),
  captured: ({ choice = "" }) => captures[choice]?.() ?? choice,
  article_linked: ({ articleId = "" }) => m.console_event_article({ article: articleId }),
  verify_sent: () => m.console_event_verify(),
  plan_told: () => m.console_event_plan(),
  survey_sent: () => m.console_event_survey_sent(),
  survey_answered: () => m.console_event_survey_answered(),
  follows: ({ number = 0 }) => m.console_event_follows({ number }),
  followed_by: ({ number = 0 }) => m.console_event_followed_by({ number }),
  solution_confirmed: () => m.console_event_confirmed(),
};

const toTeam = (team: string, agentId: string | null | undefined, people: People): string =>
  agentId
    ? m.console_event_team_person({ team, name: nameOf(people, agentId) })
    : m.console_event_team({ team });

const captures: Record<string, () => string> = {
  use: m.console_event_capture_use,
  add: m.console_event_capture_add,
  skip: m.console_event_capture_skip,
  later: m.console_event_capture_later,
};

/** What happened, as the end of a sentence that begins with who did it. */
export function tell(
  event: TicketEvent,
  people: People,
  teams: Teams,
  stages: Stages = [],
): string {
  return tellers[event.type]?.(event.data as Data, { event, people, teams, stages }) ?? event.type;
}
