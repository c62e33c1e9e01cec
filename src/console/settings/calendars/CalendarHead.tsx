import { Button, NativeSelect, Select, Switch, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { SlaBook } from "../../../../server/sla/book.ts";
import type { Calendar } from "../../../../server/sla/calendar.ts";
import { edited } from "../document/edited.ts";
import { useFault } from "../document/problems.ts";
import { calendarChoices } from "../times/names.ts";
import classes from "./calendars.module.css";

type Props = {
  book: SlaBook;
  /** Id of the calendar that is shown. */
  shown: string;
  onShow: (id: string) => void;
  onChange: (book: SlaBook) => void;
};

/** Which calendar is shown, where its clocks stand, and whether it ever closes. */
export function CalendarHead({ book, shown, onShow, onChange }: Props) {
  const calendar = book.calendars[shown]!;
  const put = (next: Partial<Calendar>) =>
    onChange({ ...book, calendars: { ...book.calendars, [shown]: { ...calendar, ...next } } });
  return (
    <div className={classes.head}>
      <NativeSelect
        size="xs"
        label={m.times_calendar()}
        value={shown}
        data={calendarChoices(book)}
        onChange={(event) => onShow(event.currentTarget.value)}
      />
      <Select
        size="xs"
        className={classes.zone ?? ""}
        searchable
        allowDeselect={false}
        label={m.times_zone()}
        value={calendar.tz}
        data={zones(calendar.tz)}
        error={useFault("calendars", shown, "tz")}
        onChange={(tz) => tz && put({ tz })}
      />
      <Switch
        size="xs"
        mb={6}
        label={m.times_always()}
        checked={calendar.always}
        onChange={(event) =>
          put(
            event.currentTarget.checked
              ? { always: true, week: {}, overrides: {}, labels: {} }
              : { always: false, week: ordinary() },
          )
        }
      />
      <AddCalendar book={book} onShow={onShow} onChange={onChange} />
      {!isUsed(book, shown) && (
        <Button
          variant="subtle"
          color="breached"
          leftSection={<Trash2 size={12} aria-hidden="true" />}
          onClick={() => {
            onChange(edited(book, ({ calendars }) => void delete calendars[shown]));
          }}
        >
          {m.times_calendar_remove()}
        </Button>
      )}
    </div>
  );
}

const ordinary = (): Calendar["week"] =>
  Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "18:00"]]]));

// A zone that the browser doesn't list may still be one.
const zones = (own: string): string[] => [
  ...new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")]),
];

/** Whether a clock of any policy is counted in it. */
const isUsed = ({ policies }: SlaBook, id: string): boolean =>
  policies.some(({ grades, channels }) =>
    [...Object.values(grades), channels].some((row) =>
      Object.values(row).some(({ calendar }) => calendar === id),
    ),
  );

function AddCalendar({ book, onShow, onChange }: Omit<Props, "shown">) {
  const [name, setName] = useState<string | null>(null);
  if (name === null)
    return (
      <Button
        variant="default"
        leftSection={<Plus size={12} aria-hidden="true" />}
        onClick={() => setName("")}
      >
        {m.times_calendar_add()}
      </Button>
    );
  const id = name.trim();
  const isTaken = Object.hasOwn(book.calendars, id);
  const add = () => {
    const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const calendar: Calendar = { tz, week: ordinary(), overrides: {}, labels: {}, always: false };
    onChange({ ...book, calendars: { ...book.calendars, [id]: calendar } });
    onShow(id);
    setName(null);
  };
  return (
    <form
      className={classes.head}
      onSubmit={(event) => {
        event.preventDefault();
        if (id && !isTaken) add();
      }}
    >
      <TextInput
        autoFocus
        label={m.times_calendar_name()}
        value={name}
        error={isTaken ? m.times_calendar_taken() : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!id || isTaken}>
        {m.setup_add()}
      </Button>
    </form>
  );
}
