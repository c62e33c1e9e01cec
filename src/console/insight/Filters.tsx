import { SegmentedControl, Select } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useNavigate } from "@tanstack/react-router";
import { CalendarRange } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { type Locale, locales } from "../../../content/schema.ts";
import type { Filter } from "../../../server/insight/period.ts";
import { currentLocale } from "../language.ts";
import { useSettings } from "../settings.ts";
import { type Asked, askLength, isPeriod, type Length, lengthOf, lengths } from "./asked.ts";
import classes from "./insight.module.css";
import { languages } from "./scope.ts";

const everything = "all";

type Props = { asked: Asked; filter: Filter; today: string };

/** Period, language and topic; the address keeps them. */
export function Filters({ asked, filter, today }: Props) {
  const navigate = useNavigate({ from: "/insight" });
  const { categories } = useSettings();
  const ask = (change: Partial<Asked>) =>
    void navigate({ search: (now) => ({ ...now, ...change, page: undefined }), replace: true });
  return (
    <search className={classes.filters} aria-label={m.charts_filters()}>
      <SegmentedControl
        size="xs"
        value={String(lengthOf(asked) ?? "")}
        onChange={(days) => ask(askLength(Number(days) as Length))}
        aria-label={m.charts_period()}
        data={lengths.map((days) => ({ value: String(days), label: m.charts_days({ days }) }))}
      />
      <Days
        key={`${filter.from} ${filter.to}`}
        filter={filter}
        today={today}
        onChange={(from, to) => ask({ days: undefined, from, to })}
      />
      <Select
        className={classes.choice ?? ""}
        value={asked.locale ?? everything}
        onChange={(locale) =>
          ask({ locale: locale === everything ? undefined : (locale as Locale) })
        }
        aria-label={m.charts_language()}
        allowDeselect={false}
        data={[
          { value: everything, label: m.charts_all_languages() },
          ...locales.map((value) => ({ value, label: languages[value] })),
        ]}
      />
      <Select
        className={classes.choice ?? ""}
        value={asked.category ?? everything}
        onChange={(category) =>
          ask({ category: category === everything ? undefined : (category ?? undefined) })
        }
        aria-label={m.charts_category()}
        allowDeselect={false}
        maxDropdownHeight={320}
        data={[
          { value: everything, label: m.charts_all_categories() },
          ...categories.map(({ id, label }) => ({ value: id, label: label[currentLocale()] })),
        ]}
      />
    </search>
  );
}

type DaysProps = { filter: Filter; today: string; onChange: (from: string, to: string) => void };

/** First and last day; asked for once both are chosen. */
function Days({ filter, today, onChange }: DaysProps) {
  const [chosen, setChosen] = useState<[string | null, string | null]>([filter.from, filter.to]);
  const choose = ([from, to]: [string | null, string | null]) => {
    setChosen([from, to]);
    if (from && to && isPeriod(from, to)) onChange(from, to);
  };
  return (
    <DatePickerInput
      type="range"
      size="xs"
      className={classes.dates ?? ""}
      value={chosen}
      onChange={choose}
      valueFormat={currentLocale() === "zh" ? "YYYY年M月D日" : "D MMM YYYY"}
      maxDate={today}
      allowSingleDateInRange
      leftSection={<CalendarRange size={14} aria-hidden="true" />}
      aria-label={m.charts_dates({ from: filter.from, to: filter.to })}
      ariaLabels={{
        previousMonth: m.charts_month_before(),
        nextMonth: m.charts_month_after(),
        monthLevelControl: m.charts_month_choose(),
      }}
    />
  );
}
