/** Whatever can be wrong with times, calendars, ladder or plan is told in both languages. */
import "./browserless.ts";
import { expect, test } from "vitest";
import { m } from "#messages";
import type { LadderProblem } from "#server/escalation/ladder.ts";
import type { OnCallProblem } from "#server/escalation/oncall.ts";
import type { BookCode } from "#server/sla/bookchecks.ts";
import type { CalendarCode } from "#server/sla/calendarchecks.ts";
import type { TemplateCode } from "#server/tickets/templatechecks.ts";
import { chooseLocale } from "../../../src/console/language.ts";
import { problemText } from "../../../src/console/settings/problems.ts";

// Typed as all codes, so that a new one can't be forgotten here.
const told: Record<
  | BookCode
  | CalendarCode
  | LadderProblem["code"]
  | OnCallProblem["code"]
  | TemplateCode
  | "shape"
  | "not_yaml"
  | "other_kind",
  true
> = {
  shape: true,
  not_yaml: true,
  other_kind: true,
  book_malformed: true,
  limit_missing: true,
  goal_after_limit: true,
  unknown_calendar: true,
  no_catch_all_policy: true,
  policy_unreachable: true,
  duplicate_policy_id: true,
  unknown_zone: true,
  window_ends_before_it_opens: true,
  windows_overlap: true,
  always_with_hours: true,
  never_opens: true,
  form_malformed: true,
  time_malformed: true,
  date_unknown: true,
  date_twice: true,
  stops_opening: true,
  opening_skipped: true,
  opening_repeated: true,
  closing_skipped: true,
  closing_repeated: true,
  window_skipped: true,
  window_repeated: true,
  ladder_duplicate: true,
  ladder_unknown_level: true,
  ladder_loop: true,
  ladder_unreachable: true,
  oncall_duplicate: true,
  oncall_unknown_rotation: true,
  oncall_unknown_person: true,
  oncall_zone: true,
  oncall_empty_override: true,
  text_empty: true,
  template_duplicate_id: true,
  template_duplicate_variable: true,
  template_stray_brace: true,
  template_placeholder_without_variable: true,
  template_variable_without_placeholder: true,
  template_languages_differ: true,
  template_required_variable_missing: true,
  template_required_variable_type: true,
  template_fill_type: true,
};

const values = new Proxy({} as Record<string, string>, {
  get: () => "x",
  has: () => true,
});

test.each(Object.keys(told))("%s", (code) => {
  chooseLocale("en");
  const sentence = problemText({ code, values, path: [] });
  expect(sentence).toMatch(/^[^\u4e00-\u9fff]+[.”]$/);
  // A code without a text of its own is told as a form that can't be read.
  if (code !== "shape") expect(sentence).not.toBe(m.console_setting_shape({ where: code }));
  chooseLocale("zh");
  expect(problemText({ code, values, path: [] })).toMatch(/[\u4e00-\u9fff].*。$/);
});

test("a type of variable is named in the reader's language", () => {
  const values = { name: "time", type: "duration" };
  chooseLocale("zh");
  expect(problemText({ code: "template_fill_type", values, path: [] })).toContain("“时长”");
  chooseLocale("en");
  expect(problemText({ code: "template_fill_type", values, path: [] })).toContain("“duration”");
});
