import { Button } from "@mantine/core";
import { Coffee, CopyCheck } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { type Calendar, WEEKDAYS } from "../../../../server/sla/calendar.ts";
import documentClasses from "../document/document.module.css";
import { type Path, useFault } from "../document/problems.ts";
import { weekdayName } from "./calendarchanges.ts";
import classes from "./calendars.module.css";
import { HoursField, TimeInput } from "./HoursField.tsx";
import { copiedToWorkweek, timeTyped, withBreak } from "./hours.ts";

type Props = {
  calendar: Calendar;
  path: Path;
  onChange: (calendar: Calendar) => void;
};

/** Hours of each weekday, and a break in all of them at once. */
export function WeekEditor({ calendar, path, onChange }: Props) {
  const { week } = calendar;
  return (
    <section className={documentClasses.section} aria-labelledby="week-title">
      <h2 id="week-title">{m.times_week()}</h2>
      <Break calendar={calendar} onChange={onChange} />
      <dl className={classes.week}>
        {WEEKDAYS.map((day) => (
          <div key={day}>
            <dt>{weekdayName(day)}</dt>
            <dd>
              <HoursField
                name={weekdayName(day)}
                hours={week[day] ?? []}
                onChange={(hours) => onChange({ ...calendar, week: { ...week, [day]: hours } })}
              />
              <Fault path={[...path, "week", day]} />
            </dd>
            <dd className={classes.copy}>
              {(week[day] ?? []).length > 0 && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-xs"
                  leftSection={<CopyCheck size={12} aria-hidden="true" />}
                  aria-label={m.times_copy_name({ day: weekdayName(day) })}
                  onClick={() => onChange(copiedToWorkweek(calendar, day))}
                >
                  {m.times_copy()}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Fault path={[...path, "always"]} />
    </section>
  );
}

function Fault({ path }: { path: Path }) {
  const fault = useFault(...path);
  return fault ? <p className={classes.fault}>{fault}</p> : null;
}

function Break({ calendar, onChange }: Omit<Props, "path">) {
  const [from, setFrom] = useState("12:00");
  const [to, setTo] = useState("13:00");
  const isTime = (text: string) => /^([01]\d|2[0-4]):[0-5]\d$/.test(timeTyped(text));
  return (
    <div className={classes.break}>
      <span>{m.times_break()}</span>
      <TimeInput label={m.times_break_from()} value={from} onChange={setFrom} />
      –
      <TimeInput label={m.times_break_to()} value={to} onChange={setTo} />
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Coffee size={14} aria-hidden="true" />}
        disabled={!isTime(from) || !isTime(to) || timeTyped(from) >= timeTyped(to)}
        onClick={() => onChange(withBreak(calendar, timeTyped(from), timeTyped(to)))}
      >
        {m.times_break_add()}
      </Button>
    </div>
  );
}
