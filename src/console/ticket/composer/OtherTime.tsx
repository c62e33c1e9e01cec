import { InlineDateTimePicker } from "@mantine/dates";
import dayjs from "dayjs";
import { m } from "#messages";
import { serverNow } from "../../time/now.ts";

type Props = { value: Date | null; onChange: (at: Date) => void; onDone: () => void };

const format = "YYYY-MM-DD HH:mm:ss";

/** Any day and time, for when none of the usual ones will do. */
export function OtherTime({ value, onChange, onDone }: Props) {
  return (
    <InlineDateTimePicker
      size="xs"
      value={value ? dayjs(value).format(format) : null}
      onChange={(at) => at && onChange(dayjs(at).toDate())}
      onSubmit={onDone}
      minDate={dayjs(serverNow()).format("YYYY-MM-DD")}
      maxLevel="month"
      // Weekends are told by the clocks, not by colour.
      weekendDays={[]}
      ariaLabels={{ previousMonth: m.console_previous_month(), nextMonth: m.console_next_month() }}
      submitButtonProps={{ "aria-label": m.console_promise_take() }}
      timePickerProps={{
        hoursInputLabel: m.console_hours(),
        minutesInputLabel: m.console_minutes(),
        "aria-label": m.console_promise_other(),
      }}
    />
  );
}
