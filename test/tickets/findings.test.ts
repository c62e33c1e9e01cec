/** Whatever speaks against a document of settings is told in a sentence of both languages. */
import { expect, test } from "vitest";
import { m } from "#messages";
import type { StageCode } from "#server/tickets/stagechecks.ts";
import type { TemplateCode } from "#server/tickets/templatechecks.ts";

// Typed as all codes, so that a new one can't be forgotten here.
const told: Record<StageCode | TemplateCode, true> = {
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
  stage_no_stage: true,
  stage_duplicate_id: true,
  stage_unknown_team: true,
  stage_choice_without_options: true,
  stage_same_tickets: true,
};

test.each(Object.keys(told) as (keyof typeof told)[])("%s", (code) => {
  const say = m[`console_setting_${code}`] as (
    values: object,
    options: { locale: "en" | "zh" },
  ) => string;
  const values = { id: "a", other: "b", name: "c", team: "d", type: "text", fill: "promise" };
  expect(say(values, { locale: "en" })).toMatch(/^[\x20-\x7e“”]+\.$/);
  expect(say(values, { locale: "zh" })).toMatch(/[\u4e00-\u9fff].*。$/);
});
