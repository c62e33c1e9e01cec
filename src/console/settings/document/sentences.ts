/** What can be said against times, calendars, plans, ladders and templates, by code. */
import { m } from "#messages";

/** Each takes the values of its own placeholders. */
type Sentence = (values: never) => string;

export const sentences: Record<string, Sentence> = {
  book_malformed: m.console_setting_book_malformed,
  limit_missing: m.console_setting_limit_missing,
  goal_after_limit: m.console_setting_goal_after_limit,
  unknown_calendar: m.console_setting_unknown_calendar,
  no_catch_all_policy: m.console_setting_no_catch_all_policy,
  policy_unreachable: m.console_setting_policy_unreachable,
  duplicate_policy_id: m.console_setting_duplicate_policy_id,

  unknown_zone: m.console_calendar_unknown_zone,
  window_ends_before_it_opens: m.console_calendar_window_ends_before_it_opens,
  windows_overlap: m.console_calendar_windows_overlap,
  always_with_hours: m.console_calendar_always_with_hours,
  never_opens: m.console_calendar_never_opens,
  form_malformed: m.console_calendar_form_malformed,
  time_malformed: m.console_calendar_time_malformed,
  date_unknown: m.console_calendar_date_unknown,
  date_twice: m.console_calendar_date_twice,
  stops_opening: m.console_calendar_stops_opening,
  opening_skipped: m.console_calendar_opening_skipped,
  opening_repeated: m.console_calendar_opening_repeated,
  closing_skipped: m.console_calendar_closing_skipped,
  closing_repeated: m.console_calendar_closing_repeated,
  window_skipped: m.console_calendar_window_skipped,
  window_repeated: m.console_calendar_window_repeated,

  ladder_duplicate: m.console_setting_ladder_duplicate,
  ladder_unknown_level: m.console_setting_ladder_unknown_level,
  ladder_loop: m.console_setting_ladder_loop,
  ladder_unreachable: m.console_setting_ladder_unreachable,

  oncall_duplicate: m.console_setting_oncall_duplicate,
  oncall_unknown_rotation: m.console_setting_oncall_unknown_rotation,
  oncall_unknown_person: m.console_setting_oncall_unknown_person,
  oncall_zone: m.console_setting_oncall_zone,
  oncall_empty_override: m.console_setting_oncall_empty_override,

  text_empty: m.console_setting_text_empty,
  template_duplicate_id: m.console_setting_template_duplicate_id,
  template_duplicate_variable: m.console_setting_template_duplicate_variable,
  template_stray_brace: m.console_setting_template_stray_brace,
  template_placeholder_without_variable: m.console_setting_template_placeholder_without_variable,
  template_variable_without_placeholder: m.console_setting_template_variable_without_placeholder,
  template_languages_differ: m.console_setting_template_languages_differ,
  template_required_variable_missing: m.console_setting_template_required_variable_missing,
  template_required_variable_type: m.console_setting_template_required_variable_type,
  template_fill_type: m.console_setting_template_fill_type,
};

/** Types of variables are told by their names. */
const types: Record<string, () => string> = {
  text: m.template_type_text,
  time: m.template_type_time,
  duration: m.template_type_duration,
  number: m.template_type_number,
  link: m.template_type_link,
};

/** The sentence of a problem, or undefined when its code isn't one of these. */
export function sentenceOf(
  code: string,
  values: Record<string, string | number>,
): string | undefined {
  const type = types[values.type ?? ""]?.();
  return sentences[code]?.((type ? { ...values, type } : values) as never);
}
