/** What tables, their rows and the columns of rows are called. */
import { m } from "#messages";
import type { By } from "../../../../server/insight/report.ts";

const tables: Record<string, () => string> = {
  article_figures: m.report_table_article_figures,
  question_figures: m.report_table_question_figures,
  priority_times: m.report_table_priority_times,
  team_figures: m.report_table_team_figures,
  person_figures: m.report_table_person_figures,
  tier_figures: m.report_table_tier_figures,
  help_figures: m.report_table_help_figures,
  asker_figures: m.report_table_asker_figures,
  module_causes: m.report_table_module_causes,
  cause_figures: m.report_table_cause_figures,
  module_figures: m.report_table_module_figures,
};
export const tableTitle = (id: string): string => tables[id]?.() ?? id;

const columns: Record<string, () => string> = {
  ticket: m.report_column_ticket,
  subject: m.report_column_subject,
  priority: m.report_column_priority,
  received: m.report_column_received,
  first_reply: m.report_column_first_reply,
  resolution: m.report_column_resolution,
  csat: m.report_column_csat,
  nps: m.report_column_nps,
  read_at: m.report_column_read_at,
  article: m.report_column_article,
  read_for: m.report_column_read_for,
  wrote_after: m.report_column_wrote_after,
  read_last: m.report_column_read_last,
  vote: m.report_column_vote,
  searched_at: m.report_column_searched_at,
  question: m.report_column_question,
  results: m.report_column_results,
  clicked: m.report_column_clicked,
  helped: m.report_column_helped,
  to_form: m.report_column_to_form,
  linked_at: m.report_column_linked_at,
  task: m.report_column_task,
  team: m.report_column_team,
  given_at: m.report_column_given_at,
  answered_after: m.report_column_answered_after,
};
export const columnTitle = (id: string): string => columns[id]?.() ?? id;

const bys: Record<Exclude<By, "day">, () => string> = {
  article: m.report_by_article,
  question: m.report_by_question,
  priority: m.report_by_priority,
  team: m.report_by_team,
  person: m.report_by_person,
  help: m.report_by_help,
  customer: m.report_by_customer,
  tier: m.report_by_tier,
  cause: m.report_by_cause,
  module: m.report_by_module,
};
export const byTitle = (by: By): string => (by === "day" ? m.charts_day() : bys[by]());
