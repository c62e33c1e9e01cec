/** What the figures of reports are called and how they are counted. */
import { m } from "#messages";
import type { FigureId } from "../../../../server/insight/report.ts";
import type { Words } from "../clockdefinitions.ts";

const words = (title: () => string, text: () => string): Words => ({ title, text });

export const figureWords: Record<FigureId, Words> = {
  views: words(m.figure_views_title, m.figure_views_definition),
  effectiveness_rate: words(
    m.figure_effectiveness_rate_title,
    m.figure_effectiveness_rate_definition,
  ),
  followed_rate: words(m.figure_followed_rate_title, m.figure_followed_rate_definition),
  helpful_rate: words(m.figure_helpful_rate_title, m.figure_helpful_rate_definition),
  suggested_reads: words(m.figure_suggested_reads_title, m.figure_suggested_reads_definition),
  reuse: words(m.figure_reuse_title, m.figure_reuse_definition),
  searches: words(m.figure_searches_title, m.figure_searches_definition),
  zero_rate: words(m.figure_zero_rate_title, m.figure_zero_rate_definition),
  click_rate: words(m.figure_click_rate_title, m.figure_click_rate_definition),
  search_success_rate: words(
    m.figure_search_success_rate_title,
    m.figure_search_success_rate_definition,
  ),
  refined_rate: words(m.figure_refined_rate_title, m.figure_refined_rate_definition),
  intent_rate: words(m.figure_intent_rate_title, m.figure_intent_rate_definition),
  received: words(m.figure_received_title, m.figure_received_definition),
  received_before: words(m.figure_received_before_title, m.figure_received_before_definition),
  solved_cases: words(m.figure_solved_cases_title, m.figure_solved_cases_definition),
  first_response: words(m.figure_first_response_title, m.figure_first_response_definition),
  first_response_median: words(
    m.figure_first_response_median_title,
    m.figure_first_response_median_definition,
  ),
  first_response_p90: words(
    m.figure_first_response_p90_title,
    m.figure_first_response_p90_definition,
  ),
  first_response_rate: words(
    m.figure_first_response_rate_title,
    m.figure_first_response_rate_definition,
  ),
  mttr: words(m.figure_mttr_title, m.figure_mttr_definition),
  mttr_median: words(m.figure_mttr_median_title, m.figure_mttr_median_definition),
  mttr_p90: words(m.figure_mttr_p90_title, m.figure_mttr_p90_definition),
  fcr_rate: words(m.figure_fcr_rate_title, m.figure_fcr_rate_definition),
  csat: words(m.figure_csat_title, m.figure_csat_definition),
  csat_good_rate: words(m.figure_csat_good_rate_title, m.figure_csat_good_rate_definition),
  csat_low_rate: words(m.figure_csat_low_rate_title, m.figure_csat_low_rate_definition),
  survey_rate: words(m.figure_survey_rate_title, m.figure_survey_rate_definition),
  nps: words(m.figure_nps_title, m.figure_nps_definition),
  transfer_rate: words(m.figure_transfer_rate_title, m.figure_transfer_rate_definition),
  reopen_rate: words(m.figure_reopen_rate_title, m.figure_reopen_rate_definition),
  partner_median: words(m.figure_partner_median_title, m.figure_partner_median_definition),
  resolution_rate: words(m.figure_resolution_rate_title, m.figure_resolution_rate_definition),
  coverage_rate: words(m.figure_coverage_rate_title, m.figure_coverage_rate_definition),
  help_rate: words(m.figure_help_rate_title, m.figure_help_rate_definition),
};

export const isFigure = (id: string | undefined): id is FigureId =>
  id !== undefined && Object.hasOwn(figureWords, id);
export const figureTitle = (id: FigureId): string => figureWords[id].title();
