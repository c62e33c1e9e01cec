import { ActionIcon, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { m } from "#messages";
import type { DayHours } from "../../../../server/sla/calendar.ts";
import classes from "./calendars.module.css";
import { nextWindow, timeTyped } from "./hours.ts";

type Props = {
  /** Whose hours these are. */
  name: string;
  hours: DayHours;
  onChange: (hours: DayHours) => void;
};

/** The windows of a day; none means that it is closed. */
export function HoursField({ name, hours, onChange }: Props) {
  const put = (index: number, part: 0 | 1, text: string) =>
    onChange(
      hours.map((window, place) => {
        if (place !== index) return window;
        return part === 0 ? [text, window[1]] : [window[0], text];
      }),
    );
  return (
    <div className={classes.windows}>
      {hours.length === 0 && <span className={classes.closed}>{m.times_closed()}</span>}
      {hours.map(([open, close], index) => (
        <span key={index} className={classes.window}>
          <TimeInput
            label={m.times_opens({ name, number: index + 1 })}
            value={open}
            onChange={(text) => put(index, 0, text)}
          />
          –
          <TimeInput
            label={m.times_closes({ name, number: index + 1 })}
            value={close}
            onChange={(text) => put(index, 1, text)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={m.times_window_remove({ name, number: index + 1 })}
            onClick={() => onChange(hours.filter((_, place) => place !== index))}
          >
            <X size={14} />
          </ActionIcon>
        </span>
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={m.times_window_add({ name })}
        title={m.times_window_add({ name })}
        onClick={() => onChange([...hours, nextWindow(hours)])}
      >
        <Plus size={14} />
      </ActionIcon>
    </div>
  );
}

type InputProps = { label: string; value: string; onChange: (time: string) => void };

/** A time of day that may be 24:00, which the browser's own field doesn't know. */
export function TimeInput({ label, value, onChange }: InputProps) {
  return (
    <TextInput
      size="xs"
      className={classes.time ?? ""}
      inputMode="numeric"
      maxLength={5}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => onChange(timeTyped(event.currentTarget.value))}
    />
  );
}
