import { Button, NativeSelect, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useState } from "react";
import { m } from "#messages";
import type { Calendar } from "../../../../server/sla/calendar.ts";
import { currentLocale } from "../../language.ts";
import documentClasses from "../document/document.module.css";
import classes from "./calendars.module.css";
import { withDate } from "./days.ts";
import { usualHours } from "./hours.ts";

type Props = { calendar: Calendar; onChange: (calendar: Calendar) => void };

/** A day off, or a day worked although it would be closed. */
export function AddDay({ calendar, onChange }: Props) {
  const [date, setDate] = useState<string | null>(null);
  const [kind, setKind] = useState("off");
  const [name, setName] = useState("");
  const add = () => {
    const hours = kind === "off" ? [] : usualHours(calendar);
    onChange(withDate(calendar, date!, hours, { [currentLocale()]: name }));
    setDate(null);
    setName("");
  };
  return (
    <section className={documentClasses.section} aria-labelledby="add-day-title">
      <h2 id="add-day-title">{m.times_day_add_title()}</h2>
      <div className={classes.import}>
        <DateInput
          size="xs"
          w="9rem"
          label={m.times_date()}
          valueFormat="YYYY-MM-DD"
          placeholder="2027-01-01"
          value={date}
          onChange={setDate}
        />
        <NativeSelect
          size="xs"
          label={m.times_day_kind()}
          value={kind}
          data={[
            { value: "off", label: m.times_day_off() },
            { value: "open", label: m.times_day_makeup() },
          ]}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        <TextInput
          label={m.times_day_name()}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" disabled={!date} onClick={add}>
          {m.setup_add()}
        </Button>
      </div>
    </section>
  );
}
