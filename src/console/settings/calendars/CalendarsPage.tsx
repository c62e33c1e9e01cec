import { Alert } from "@mantine/core";
import { Info, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Calendar } from "../../../../server/sla/calendar.ts";
import { missingYears } from "../../../../server/sla/nextyear.ts";
import { serverNow } from "../../time/now.ts";
import { useProblemsBelow } from "../document/problems.ts";
import { SettingsPage } from "../document/SettingsPage.tsx";
import type { Editing } from "../document/useEditing.ts";
import { problemText } from "../problems.ts";
import { bookChanges } from "../times/bookchanges.ts";
import { givenName } from "../times/names.ts";
import { AddDay } from "./AddDay.tsx";
import { CalendarHead } from "./CalendarHead.tsx";
import classes from "./calendars.module.css";
import { ImportHolidays } from "./ImportHolidays.tsx";
import { MonthView } from "./MonthView.tsx";
import { WeekEditor } from "./WeekEditor.tsx";

/** When the desk is open. */
export const CalendarsPage = () => (
  <SettingsPage
    kind="sla"
    title={m.setup_calendars()}
    intro={m.times_calendars_intro()}
    changesOf={bookChanges}
  >
    {(editing) => <CalendarDesk editing={editing} />}
  </SettingsPage>
);

function CalendarDesk({ editing }: { editing: Editing<"sla"> }) {
  const { document: book } = editing;
  const ids = Object.keys(book.calendars);
  const [chosen, setChosen] = useState(() => firstWithHours(book.calendars));
  const shown = ids.includes(chosen) ? chosen : ids[0]!;
  const calendar = book.calendars[shown]!;
  const put = (next: Calendar) =>
    editing.change({ ...book, calendars: { ...book.calendars, [shown]: next } });
  const place = { calendar, onChange: put };
  return (
    <>
      <Missing calendars={book.calendars} />
      <CalendarHead book={book} shown={shown} onShow={setChosen} onChange={editing.change} />
      {!calendar.always && (
        <>
          <WeekEditor {...place} path={["calendars", shown]} />
          <Notices id={shown} />
          <ImportHolidays {...place} />
          <AddDay {...place} />
          <MonthView {...place} />
        </>
      )}
    </>
  );
}

const firstWithHours = (calendars: Readonly<Record<string, Calendar>>): string =>
  Object.keys(calendars).find((id) => !calendars[id]!.always) ?? "";

/** From December on: a calendar ends with this year. */
function Missing({ calendars }: { calendars: Readonly<Record<string, Calendar>> }) {
  const missing = missingYears(calendars, serverNow());
  if (missing.length === 0) return null;
  return (
    <Alert color="risk" variant="light" icon={<TriangleAlert size={16} />}>
      {missing.map(({ calendar, year }) => (
        <p key={calendar}>
          {m.console_calendar_next_year_missing({ calendar: givenName(calendar), year })}
        </p>
      ))}
    </Alert>
  );
}

/** What will happen when the clocks change. */
function Notices({ id }: { id: string }) {
  const notices = useProblemsBelow("calendars", id).filter(({ severity }) => severity === "notice");
  if (notices.length === 0) return null;
  return (
    <Alert color="open" variant="light" icon={<Info size={16} />} title={m.times_clock_changes()}>
      <ul className={classes.notices}>
        {notices.map((notice) => (
          <li key={`${notice.code} ${Object.values(notice.values).join(" ")}`}>
            {problemText(notice)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
