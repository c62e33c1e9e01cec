import { Button, Popover } from "@mantine/core";
import { ChevronDown, Handshake } from "lucide-react";
import { type Ref, useState } from "react";
import { m } from "#messages";
import { dayAndTime, isSameZone, timeIn } from "../../time/dates.ts";
import { serverNow, useFromNow } from "../../time/now.ts";
import classes from "./composer.module.css";
import { OtherTime } from "./OtherTime.tsx";
import { type Choice, promiseChoices } from "./promises.ts";

type Props = {
  value: Date | null;
  /** What the policy proposes. */
  proposed: Date | null;
  customerZone: string | null;
  /** Null goes back to the proposal. */
  onChange: (at: Date | null) => void;
  ref: Ref<HTMLButtonElement>;
};

const names: Record<Choice["name"], () => string> = {
  proposed: m.console_promise_proposed,
  hour: m.console_promise_hour,
  hours: m.console_promise_hours,
  tomorrow: m.console_promise_tomorrow,
};

/** When the customer hears from us next: a proposal, a few usual times, or any other. */
export function PromisePicker({ value, proposed, customerZone, onChange, ref }: Props) {
  const [opened, setOpened] = useState(false);
  const [isOther, setOther] = useState(false);
  const isPast = useFromNow((now) => value !== null && value.getTime() <= now);
  const choose = (at: Date | null) => {
    onChange(at);
    setOpened(false);
  };
  const label = value ? dayAndTime(value.getTime()) : m.console_promise_choose();
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top-start"
      trapFocus
      returnFocus
      width={300}
    >
      <Popover.Target>
        <Button
          ref={ref}
          variant="default"
          className={classes.promise ?? ""}
          data-past={isPast}
          leftSection={<Handshake size={14} />}
          rightSection={<ChevronDown size={12} />}
          onClick={() => setOpened((now) => !now)}
          aria-label={m.console_promise_is({ time: label })}
        >
          <span className={classes.promiseLabel}>{m.console_promise_label()}</span> {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={m.console_promise_label()}>
        <Choices proposed={proposed} onChoose={choose} />
        {isOther ? (
          <OtherTime value={value} onChange={onChange} onDone={() => setOpened(false)} />
        ) : (
          <Button variant="default" fullWidth onClick={() => setOther(true)}>
            {m.console_promise_other()}
          </Button>
        )}
        {value && customerZone && <ElsewhereNote value={value} zone={customerZone} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({
  proposed,
  onChoose,
}: Pick<Props, "proposed"> & { onChoose: (at: Date | null) => void }) {
  return (
    <ul className={classes.choices}>
      {promiseChoices(serverNow(), proposed?.getTime() ?? null).map(({ name, at }) => (
        <li key={name}>
          <Button
            variant="subtle"
            color="gray"
            fullWidth
            justify="space-between"
            rightSection={<span className={classes.aside}>{dayAndTime(at)}</span>}
            onClick={() => onChoose(name === "proposed" ? null : new Date(at))}
          >
            {names[name]()}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The same moment on the customer's wall. */
function ElsewhereNote({ value, zone }: { value: Date; zone: string }) {
  const time = timeIn(zone, value.getTime());
  if (!time || isSameZone(zone, value.getTime())) return null;
  return <p className={classes.elsewhere}>{m.console_promise_elsewhere({ time, zone })}</p>;
}
