import { ActionIcon, Button } from "@mantine/core";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { type Calendar, WEEKDAYS } from "../../../../server/sla/calendar.ts";
import { type CoveredDay, coverage } from "../../../../server/sla/coverage.ts";
import { serverNow } from "../../time/now.ts";
import documentClasses from "../document/document.module.css";
import { dateName, hoursText, labelText, monthName, weekdayName } from "./calendarchanges.ts";
import classes from "./calendars.module.css";
import { DateDialog } from "./DateDialog.tsx";
import { datesIn, leadOf, monthAway } from "./days.ts";

type Props = { calendar: Calendar; onChange: (calendar: Calendar) => void };

/** How a day is shown: what its weekday says, a day off, or hours of its own. */
export function lookOf({ source, windows }: Pick<CoveredDay, "source" | "windows">) {
  if (source === "override") return windows.length > 0 ? "opened" : "off";
  return windows.length > 0 ? "open" : "closed";
}

/** Every date of a month with its hours; a date is changed where it stands. */
export function MonthView({ calendar, onChange }: Props) {
  const [month, setMonth] = useState(() => `${new Date(serverNow()).toISOString().slice(0, 7)}-01`);
  const [chosen, setChosen] = useState<string | null>(null);
  const days = coverage(calendar, month, monthAway(month, 1));
  const step = (by: number) => () => setMonth(monthAway(month, by));
  return (
    <section className={documentClasses.section} aria-labelledby="month-title">
      <header className={documentClasses.sectionHead}>
        <h2 id="month-title">{m.times_days_title()}</h2>
        <div className={classes.months}>
          <ActionIcon variant="default" aria-label={m.times_month_before()} onClick={step(-1)}>
            <ChevronLeft size={14} />
          </ActionIcon>
          <span role="status">{monthName(month)}</span>
          <ActionIcon variant="default" aria-label={m.times_month_after()} onClick={step(1)}>
            <ChevronRight size={14} />
          </ActionIcon>
          <Button variant="default" size="compact-sm" onClick={step(12)}>
            {m.times_year_after()}
          </Button>
        </div>
      </header>
      <p className={documentClasses.hint}>{m.times_days_hint()}</p>
      <Legend />
      <div className={classes.weekdays} aria-hidden="true">
        {WEEKDAYS.map((day) => (
          <span key={day}>{weekdayName(day).replace("星期", "")}</span>
        ))}
      </div>
      <ol className={classes.month} aria-labelledby="month-title">
        {days.map((day, index) => (
          <li
            key={day.date}
            style={index === 0 ? { gridColumnStart: leadOf(month) + 1 } : undefined}
          >
            <button
              type="button"
              className={classes.day}
              data-look={lookOf(day)}
              aria-label={[dateName(day.date), hoursText(day.windows), labelText(day.label)]
                .filter(Boolean)
                .join(", ")}
              onClick={() => setChosen(day.date)}
            >
              <span>{Number(day.date.slice(8))}</span>
              <small>
                {labelText(day.label) || (day.source === "override" ? hoursText(day.windows) : "")}
              </small>
            </button>
          </li>
        ))}
      </ol>
      <YearList calendar={calendar} year={Number(month.slice(0, 4))} onChoose={setChosen} />
      {chosen && (
        <DateDialog
          calendar={calendar}
          date={chosen}
          onClose={() => setChosen(null)}
          onChange={onChange}
        />
      )}
    </section>
  );
}

const looks = {
  open: m.times_look_open,
  closed: m.times_look_closed,
  off: m.times_look_off,
  opened: m.times_look_opened,
};

const Legend = () => (
  <ul className={classes.legend}>
    {(Object.keys(looks) as (keyof typeof looks)[]).map((look) => (
      <li key={look}>
        <span className={classes.swatch} data-look={look} aria-hidden="true" />
        {looks[look]()}
      </li>
    ))}
  </ul>
);

type ListProps = { calendar: Calendar; year: number; onChoose: (date: string) => void };

/** All dates of a year that are not as their weekday. */
function YearList({ calendar, year, onChoose }: ListProps) {
  const dates = datesIn(calendar, year);
  return (
    <details className={classes.year}>
      <summary>{m.times_year_dates({ count: dates.length, year })}</summary>
      <ul>
        {dates.map((date) => (
          <li key={date}>
            <button type="button" className={classes.dateLink} onClick={() => onChoose(date)}>
              {dateName(date)}
            </button>{" "}
            {hoursText(calendar.overrides[date] ?? [])} {labelText(calendar.labels?.[date])}
          </li>
        ))}
      </ul>
    </details>
  );
}
