import { Chip, Select, Switch } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import { useState } from "react";
import { m } from "#messages";
import type { Preferences } from "../api.ts";
import { intlLocale } from "../language.ts";
import classes from "./me.module.css";
import { Part } from "./Part.tsx";

type Quiet = Preferences["quiet"];
type Props = {
  preferences: Preferences;
  save: (change: Partial<Pick<Preferences, "quiet" | "zone">>) => void;
};

/** When mails wait, and where the person's clock hangs. */
export function QuietHours({ preferences: { quiet, zone }, save }: Props) {
  const change = (part: Partial<Quiet>) => save({ quiet: { ...quiet, ...part } });
  return (
    <Part title={m.notices_quiet()} hint={m.notices_quiet_hint()}>
      <div className={classes.quiet}>
        <Switch
          checked={quiet.on}
          onChange={(event) => change({ on: event.currentTarget.checked })}
          label={m.notices_quiet_on()}
        />
        <Times quiet={quiet} change={change} />
        <Days quiet={quiet} change={change} />
        <Select
          className={classes.zone ?? ""}
          label={m.notices_zone()}
          description={m.notices_zone_hint()}
          value={zone}
          onChange={(next) => next && save({ zone: next })}
          data={zonesWith(zone)}
          searchable
          allowDeselect={false}
          maxDropdownHeight={260}
        />
      </div>
    </Part>
  );
}

type PartProps = { quiet: Quiet; change: (part: Partial<Quiet>) => void };

/** A time is stored once it is whole; the two may not be the same. */
function Times({ quiet, change }: PartProps) {
  const [times, setTimes] = useState({ from: quiet.from, to: quiet.to });
  const isSame = times.from === times.to;
  const type = (part: Partial<typeof times>) => {
    const next = { ...times, ...part };
    setTimes(next);
    if (next.from && next.to && next.from !== next.to) change(next);
  };
  return (
    <div className={classes.times}>
      <TimeInput
        size="xs"
        label={m.notices_quiet_from()}
        value={times.from}
        disabled={!quiet.on}
        onChange={(event) => type({ from: event.currentTarget.value })}
      />
      <TimeInput
        size="xs"
        label={m.notices_quiet_to()}
        value={times.to}
        disabled={!quiet.on}
        error={isSame && m.notices_quiet_same()}
        onChange={(event) => type({ to: event.currentTarget.value })}
      />
    </div>
  );
}

/** 1970-01-05 was a Monday. */
const dayName = (day: number): string =>
  new Intl.DateTimeFormat(intlLocale(), { weekday: "short", timeZone: "UTC" }).format(
    new Date(Date.UTC(1970, 0, 4 + day)),
  );

function Days({ quiet, change }: PartProps) {
  return (
    <fieldset className={classes.days} disabled={!quiet.on}>
      <legend>{m.notices_quiet_days()}</legend>
      <Chip.Group
        multiple
        value={quiet.days.map(String)}
        onChange={(days) => change({ days: days.map(Number).sort() })}
      >
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <Chip key={day} value={String(day)} size="xs" disabled={!quiet.on}>
            {dayName(day)}
          </Chip>
        ))}
      </Chip.Group>
    </fieldset>
  );
}

/** Every zone the browser knows, and the stored one, which it may know by another name. */
const zonesWith = (zone: string): string[] => [
  ...new Set([zone, ...Intl.supportedValuesOf("timeZone")]),
];
