import { Button, Modal, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import type { Calendar, DayHours } from "../../../../server/sla/calendar.ts";
import { hoursOn, weekdayHours, weekdayOf } from "../../../../server/sla/dayhours.ts";
import documentClasses from "../document/document.module.css";
import { dateName, hoursText } from "./calendarchanges.ts";
import { withDate } from "./days.ts";
import { HoursField } from "./HoursField.tsx";
import { usualHours } from "./hours.ts";

type Props = {
  calendar: Calendar;
  date: string;
  onClose: () => void;
  onChange: (calendar: Calendar) => void;
};
type Choice = "usual" | "off" | "open";

/** One date: as its weekday, off, or open for hours of its own; and what it is called. */
export function DateDialog({ calendar, date, onClose, onChange }: Props) {
  const { windows, source } = hoursOn(calendar, date);
  const [choice, setChoice] = useState<Choice>(
    source === "week" ? "usual" : windows.length > 0 ? "open" : "off",
  );
  const [hours, setHours] = useState<DayHours>(windows.length > 0 ? windows : usualHours(calendar));
  const [label, setLabel] = useState(calendar.labels?.[date] ?? {});
  const done = () => {
    const chosen = { usual: null, off: [], open: hours }[choice];
    onChange(withDate(calendar, date, chosen, label));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={dateName(date)}
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <div className={documentClasses.dialog}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={dateName(date)}
          value={choice}
          data={[
            { value: "usual", label: m.times_day_usual() },
            { value: "off", label: m.times_day_off() },
            { value: "open", label: m.times_day_open() },
          ]}
          onChange={(value) => setChoice(value as Choice)}
        />
        {choice === "usual" && <p>{hoursText(weekdayHours(calendar, weekdayOf(date)))}</p>}
        {choice === "open" && (
          <HoursField name={dateName(date)} hours={hours} onChange={setHours} />
        )}
        {choice !== "usual" &&
          (["en", "zh"] as const).map((locale) => (
            <TextInput
              key={locale}
              label={locale === "en" ? m.times_label_en() : m.times_label_zh()}
              value={label[locale] ?? ""}
              onChange={(event) => setLabel({ ...label, [locale]: event.currentTarget.value })}
            />
          ))}
        <div className={documentClasses.buttons}>
          <Button variant="default" onClick={onClose}>
            {m.console_cancel()}
          </Button>
          <Button onClick={done}>{m.times_done()}</Button>
        </div>
      </div>
    </Modal>
  );
}
