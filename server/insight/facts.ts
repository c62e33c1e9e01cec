/** The rows behind the figures of reports: each is a set of rows of one kind. */

export const caseFacts = [
  "received",
  "replied",
  "replied_soon",
  "handled",
  "moved",
  "solved_month",
  "solved_cases",
  "settled",
  "once",
  "with_article",
  "with_help",
  "without_help",
  "reopened_cases",
  "asked_cases",
  "answered_cases",
  "rated",
  "rated_well",
  "rated_low",
  "scored",
  "promoters",
  "detractors",
] as const;
export type CaseFact = (typeof caseFacts)[number];

export const readFacts = [
  "reads",
  "reads_alone",
  "reads_last",
  "reads_voted",
  "reads_yes",
  "reads_suggested",
] as const;
export type ReadFact = (typeof readFacts)[number];

export const searchFacts = [
  "searches",
  "searches_zero",
  "searches_found",
  "searches_clicked",
  "searches_success",
  "searches_refined",
  "searches_intent",
] as const;
export type SearchFact = (typeof searchFacts)[number];

export const otherFacts = ["partner_tasks", "reused"] as const;
export type OtherFact = (typeof otherFacts)[number];

export type FactId = CaseFact | ReadFact | SearchFact | OtherFact;
export const factIds: readonly FactId[] = [
  ...caseFacts,
  ...readFacts,
  ...searchFacts,
  ...otherFacts,
];

/** How a column of rows is written. */
export type FactKind =
  | "ticket"
  | "text"
  | "time"
  | "seconds"
  | "article"
  | "priority"
  | "number"
  | "yes";

export type Facts = {
  /** Id of a column (message `insight_column_<id>`) and how it is written. */
  columns: { id: string; kind: FactKind }[];
  total: number;
  rows: (string | number | boolean | Date | null)[][];
};
