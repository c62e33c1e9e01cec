import type { z } from "zod";
import { bookSchema, type SlaBook } from "./book.ts";
import { type CalendarProblem, calendarProblems } from "./calendar.ts";
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

/** A reason for refusing a book, with the place of the fault, e.g. `["policies", 0, "id"]`. */
export interface BookProblem {
  code: BookCode;
  path: PropertyKey[];
  message: string;
}

type Path = PropertyKey[];
const problem = (code: BookCode, path: Path, message: string): BookProblem => ({
  code,
  path,
  message,
});

/**
 * The reasons against a book; empty when it may become a version. A wrong form hides wrong meanings.
 * `checkCalendar` tells the problems of one calendar; a stricter one may be given.
 */
export function bookProblems(
  data: unknown,
  checkCalendar: (calendar: unknown) => CalendarProblem[] = calendarProblems,
): BookProblem[] {
  const { calendars } = (data ?? {}) as { calendars?: unknown };
  const wrongCalendars = Object.entries(calendars ?? {}).flatMap(([id, calendar]) =>
    checkCalendar(calendar).map((found) => ({ ...found, path: ["calendars", id, ...found.path] })),
  );
  const form = bookSchema.safeParse(data);
  if (form.success) return [...wrongCalendars, ...meaningsOf(form.data)];
  const wrongForms = form.error.issues.filter(({ path }) => path[0] !== "calendars" || !path[1]);
  return [...wrongCalendars, ...wrongForms.map(formProblem)];
}

function formProblem({ path, message }: z.core.$ZodIssue): BookProblem {
  if (path.at(-1) === "limit" || path.at(-1) === "times")
    return problem("limit_missing", path, "A clock needs a limit: after how long is it missed?");
  return problem("book_malformed", path, message);
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
    if (seen.has(id))
      found.push(problem("duplicate_policy_id", [...path, "id"], `Two policies are called ${id}.`));
    seen.add(id);
    if (isLast && appliesTo)
      found.push(
        problem("no_catch_all_policy", path, "The last policy has to be for all tickets."),
      );
    if (!isLast && !appliesTo)
      found.push(problem("policy_unreachable", path, "No policy after this one is ever reached."));
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
    .map(([index]) =>
      problem(
        "goal_after_limit",
        [...path, "times", index, "goal"],
        "The goal comes after the limit.",
      ),
    );
  if (Object.hasOwn(calendars, calendar)) return late;
  const unknown = `There is no calendar called ${calendar}.`;
  return [problem("unknown_calendar", [...path, "calendar"], unknown), ...late];
}

// Hours against days depend on the hours of each day; there the earlier instant is taken as the goal.
function goalAfterLimit({ goal, limit }: Time): boolean {
  if (!goal) return false;
  if ("seconds" in goal) return "seconds" in limit && goal.seconds > limit.seconds;
  return "working_days" in limit && goal.working_days > limit.working_days;
}
