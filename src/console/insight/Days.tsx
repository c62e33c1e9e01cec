import { DatePickerInput } from "@mantine/dates";
import { useMediaQuery } from "@mantine/hooks";
import { CalendarRange } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Filter } from "../../../server/insight/period.ts";
import { currentLocale } from "../language.ts";
import { firstDay } from "./asked.ts";
import { shortDay } from "./figures.ts";
import classes from "./insight.module.css";

type Props = { filter: Filter; today: string; onChange: (from: string, to: string) => void };

/** First and last day; asked for once both are chosen. */
export function Days({ filter, today, onChange }: Props) {
  const [chosen, setChosen] = useState<[string | null, string | null]>([filter.from, filter.to]);
  const isWide = useMediaQuery("(min-width: 48em)");
  const choose = ([from, to]: [string | null, string | null]) => {
    setChosen([from, to]);
    if (from && to) onChange(firstDay(from, to), to);
  };
  const isZh = currentLocale() === "zh";
  const label = m.charts_dates({ from: shortDay(filter.from), to: shortDay(filter.to) });
  return (
    <DatePickerInput
      type="range"
      size="xs"
      classNames={{ root: classes.dates ?? "", day: classes.day ?? "" }}
      value={chosen}
      onChange={choose}
      valueFormat={isZh ? "YYYY年M月D日" : "D MMM YYYY"}
      monthLabelFormat={isZh ? "YYYY年M月" : "MMMM YYYY"}
      maxDate={today}
      allowSingleDateInRange
      numberOfColumns={isWide ? 2 : 1}
      columnsToScroll={1}
      hideOutsideDates
      weekendDays={[]}
      leftSection={<CalendarRange size={14} aria-hidden="true" />}
      aria-label={label}
      popoverProps={{ attributes: { dropdown: { "aria-label": label } } }}
      ariaLabels={{
        previousMonth: m.charts_month_before(),
        nextMonth: m.charts_month_after(),
        monthLevelControl: m.charts_month_choose(),
      }}
    />
  );
}
