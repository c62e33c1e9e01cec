import { m } from "#messages";
import type { CheckedPoint } from "../records.ts";

type Point = CheckedPoint["point"];
type Reason = NonNullable<CheckedPoint["reason"]>;

const points: Record<Point, () => string> = {
  unique: m.knowledge_point_unique,
  customers_words: m.knowledge_point_customers_words,
  environment: m.knowledge_point_environment,
  cause: m.knowledge_point_cause,
  steps: m.knowledge_point_steps,
  result: m.knowledge_point_result,
  title: m.knowledge_point_title,
  links: m.knowledge_point_links,
  metadata: m.knowledge_point_metadata,
  no_personal_data: m.knowledge_point_no_personal_data,
};
export const pointWord = (point: Point): string => points[point]();

const reasons: Record<Reason, (told: { details: string }) => string> = {
  duplicate: m.knowledge_reason_duplicate,
  similar: m.knowledge_reason_similar,
  section_empty: m.knowledge_reason_section_empty,
  section_absent: m.knowledge_reason_section_absent,
  other_words: m.knowledge_reason_other_words,
  steps_not_numbered: m.knowledge_reason_steps_not_numbered,
  steps_complete: m.knowledge_reason_steps_complete,
  no_result: m.knowledge_reason_no_result,
  title_length: m.knowledge_reason_title_length,
  title_is_solution: m.knowledge_reason_title_is_solution,
  title_full_stop: m.knowledge_reason_title_full_stop,
  link_broken: m.knowledge_reason_link_broken,
  link_outside: m.knowledge_reason_link_outside,
  category_unknown: m.knowledge_reason_category_unknown,
  no_aliases: m.knowledge_reason_no_aliases,
  personal_data: m.knowledge_reason_personal_data,
  suspects: m.knowledge_reason_suspects,
};

/** @param details addresses or kinds of data that the reason is about. */
export const reasonWord = (reason: Reason, details: readonly string[]): string =>
  reasons[reason]({ details: details.join(", ") });
