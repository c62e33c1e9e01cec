import type { z } from "zod";
import { bookSchema, type SlaBook } from "./book.ts";
import { type CalendarProblem, calendarProblems } from "./calendarchecks.ts";
import type { Instant } from "./instant.ts";
import type { Policy, Rule, Time } from "./policy.ts";

/** Why a book is refused; those of a calendar keep their own codes. */
export type BookCode =
  | CalendarProblem["code"]
  | "book_malformed"
  | "limit_missing"
  | "goal_after_limit"
  | "unknown_calendar"
  | "no_catch_all_policy"
  | "policy_unreachable"
  | "duplicate_policy_id";

/** One thing to know before a book is saved, told as those of a calendar are. */
export interface BookProblem extends Omit<CalendarProblem, "code" | "path"> {
  code: BookCode;
  /** E.g. `["policies", 0, "id"]`; those of a calendar begin with `["calendars", id]`. */
  path: PropertyKey[];
}

type Path = PropertyKey[];
const refusal = (code: BookCode, path: Path, detail: BookProblem["detail"] = {}): BookProblem => ({
  code,
  severity: "refusal",
  path,
  detail,
});

/**
 * What there is to say against a book on the day of `now`; without a refusal it may become a version.
 * A wrong form hides wrong meanings. `checkCalendar` tells the problems of one calendar.
 */
export function bookProblems(
  data: unknown,
  now: Instant,
  checkCalendar: (calendar: unknown, now: Instant) => CalendarProblem[] = calendarProblems,
): BookProblem[] {
  const { calendars } = (data ?? {}) as { calendars?: unknown };
  const wrongCalendars = Object.entries(calendars ?? {}).flatMap(([id, calendar]) =>
    checkCalendar(calendar, now).map((found) => ({
      ...found,
      path: ["calendars", id, ...found.path],
    })),
  );
  const form = bookSchema.safeParse(data);
  if (form.success) return [...wrongCalendars, ...meaningsOf(form.data)];
  const wrongForms = form.error.issues.filter(({ path }) => path[0] !== "calendars" || !path[1]);
  return [...wrongCalendars, ...wrongForms.map(formProblem)];
}

function formProblem({ path, message }: z.core.$ZodIssue): BookProblem {
  if (path.at(-1) === "limit" || path.at(-1) === "times") return refusal("limit_missing", path);
  return refusal("book_malformed", path, { message });
}

function meaningsOf(book: SlaBook): BookProblem[] {
  return [...order(book), ...book.policies.flatMap((policy, at) => rulesOf(book, policy, at))];
}

function order({ policies }: SlaBook): BookProblem[] {
  const found: BookProblem[] = [];
  const seen = new Set<string>();
  for (const [index, { id, appliesTo }] of policies.entries()) {
    const path = ["policies", index];
    const isLast = index === policies.length - 1;
    if (seen.has(id)) found.push(refusal("duplicate_policy_id", [...path, "id"], { id }));
    seen.add(id);
    if (isLast && appliesTo) found.push(refusal("no_catch_all_policy", path, { id }));
    if (!isLast && !appliesTo) found.push(refusal("policy_unreachable", path, { id }));
  }
  return found;
}

function rulesOf(book: SlaBook, policy: Policy, index: number): BookProblem[] {
  const at = ["policies", index];
  const rows: [Path, Record<string, Rule>][] = [
    ...Object.entries(policy.grades).map(([grade, row]): [Path, Record<string, Rule>] => [
      [...at, "grades", grade],
      row,
    ]),
    [[...at, "channels"], policy.channels],
  ];
  return rows.flatMap(([path, row]) =>
    Object.entries(row).flatMap(([metric, rule]) => checkRule(book, rule, [...path, metric])),
  );
}

function checkRule({ calendars }: SlaBook, rule: Rule, path: Path): BookProblem[] {
  const { calendar, times } = rule;
  const late = [...times.entries()]
    .filter(([, time]) => goalAfterLimit(time))
    .map(([index]) => refusal("goal_after_limit", [...path, "times", index, "goal"]));
  if (Object.hasOwn(calendars, calendar)) return late;
  return [refusal("unknown_calendar", [...path, "calendar"], { calendar }), ...late];
}

// Hours against days depend on the hours of each day; there the earlier instant is taken as the goal.
function goalAfterLimit({ goal, limit }: Time): boolean {
  if (!goal) return false;
  if ("seconds" in goal) return "seconds" in limit && goal.seconds > limit.seconds;
  return "working_days" in limit && goal.working_days > limit.working_days;
}
