/**
 * Refusals. A `Problem` speaks to the person who can mend it: its code names a message
 * `problem_<code>` in `src/i18n/messages/<locale>/problems.json`, filled with `params`.
 * Everything that is not a Problem is a fault of ours and rises to one place.
 */
export const problemStatus = {
  invalid_input: 400,
  field_required: 400,
  text_too_long: 413,
  choice_unknown: 400,
  email_invalid: 400,
  proof_missing: 400,
  proof_invalid: 400,
  proof_spent: 400,
  spam_suspected: 400,
  rate_limited: 429,
  sign_in_required: 401,
  not_allowed: 403,
  not_found: 404,
  link_invalid: 403,
  link_expired: 403,
  file_empty: 400,
  file_too_large: 413,
  file_type_refused: 415,
  file_missing: 400,
  too_many_files: 400,
  ticket_changed: 409,
  ticket_already_solved: 409,
  ticket_closed: 409,
  promise_required: 400,
  promise_in_past: 400,
  delay_reason_required: 400,
  survey_answered: 409,
  cause_required: 400,
  reason_required: 400,
  team_unknown: 400,
  p0_needs_senior: 400,
  p0_needs_senior_person: 400,
  setting_refused: 400,
  setting_changed: 409,
  close_reason_required: 400,
  need_required: 400,
  plan_required: 400,
  plan_link_required: 400,
  customer_not_silent: 409,
  template_incomplete: 400,
  stage_incomplete: 400,
  milestone_not_owed: 409,
  task_owner_required: 400,
  task_done: 409,
  due_in_past: 400,
  evidence_reason_required: 400,
  answer_required: 400,
  review_decided: 409,
  incident_changed: 409,
  incident_text_missing: 400,
  incident_has_no_tickets: 409,
  ticket_in_incident: 409,
  ticket_merged: 409,
  merge_other_customer: 409,
  merge_with_itself: 400,
  draft_changed: 409,
  draft_not_in_review: 409,
  draft_has_suspects: 409,
  draft_incomplete: 400,
  reviewer_is_author: 403,
  file_changed_by_hand: 409,
  slug_taken: 409,
  front_matter_invalid: 400,
  webhook_insecure: 400,
  delivery_under_way: 409,
  publishing_unavailable: 503,
  database_unavailable: 503,
  too_large: 413,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export class Problem extends Error {
  readonly code: ProblemCode;
  /** Values for the message's placeholders: field names, limits, numbers. Never personal text. */
  readonly params: Record<string, string | number>;

  constructor(code: ProblemCode, params: Record<string, string | number> = {}) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return problemStatus[this.code];
  }
}

/** A reason not to start, in one sentence for the operator, with the process's exit code. */
export class StartupProblem extends Error {
  readonly exitCode: number;

  constructor(exitCode: number, sentence: string) {
    super(sentence);
    this.name = "StartupProblem";
    this.exitCode = exitCode;
  }
}

/** Exit codes of `npm start`, listed in docs/operations.md. */
export const exitCodes = {
  environment: 2,
  dataFolder: 3,
  portInUse: 4,
  databaseUnreachable: 5,
  databaseTooOld: 6,
  nodeTooOld: 7,
  buildFailed: 8,
  alreadyRunning: 9,
  migrationFailed: 10,
} as const;
