/** The ten points of the content standard, one mark each, in the order they are shown. */
export const points = [
  "unique",
  "customers_words",
  "environment",
  "cause",
  "steps",
  "result",
  "title",
  "links",
  "metadata",
  "no_personal_data",
] as const;
export type Point = (typeof points)[number];

/** A fault in one of these fails the article, whatever its score. */
export const criticalPoints: ReadonlySet<Point> = new Set(["unique", "no_personal_data"]);

/** `open`: no rule can tell, the reviewer decides. */
export type Verdict = "pass" | "fail" | "open";

export type CheckedPoint = {
  point: Point;
  verdict: Verdict;
  /** Why it isn't passed: names a message. */
  reason?:
    | "duplicate"
    | "similar"
    | "section_empty"
    | "section_absent"
    | "other_words"
    | "steps_not_numbered"
    | "steps_complete"
    | "no_result"
    | "title_length"
    | "title_is_solution"
    | "title_full_stop"
    | "link_broken"
    | "link_outside"
    | "category_unknown"
    | "no_aliases"
    | "personal_data"
    | "suspects";
  /** What the reason is about: addresses, kinds of data, ids. Shown to the reviewer only. */
  details?: string[];
};

/** What is said of a point, without naming it. */
export type Judgement = Omit<CheckedPoint, "point">;

export const pass: Judgement = { verdict: "pass" };
