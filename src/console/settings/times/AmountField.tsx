import { NativeSelect, NumberInput } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import type { Target } from "../../../../server/sla/worktime.ts";
import { type Amount, amountOf, targetOf, type Unit, units } from "./amounts.ts";
import classes from "./times.module.css";

const unitNames: Record<Unit, () => string> = {
  second: m.times_unit_second,
  minute: m.times_unit_minute,
  hour: m.times_unit_hour,
  day: m.times_unit_day,
};

type Props = {
  label: string;
  value: Target | undefined;
  error?: string | undefined;
  /** Told undefined when the number is taken out. */
  onChange: (target: Target | undefined) => void;
};

/** A number and its unit. */
export function AmountField({ label, value, error, onChange }: Props) {
  const [amount, setAmount] = useState<{ count: number | ""; unit: Unit }>(
    value ? amountOf(value) : { count: "", unit: "hour" },
  );
  const change = (next: typeof amount) => {
    setAmount(next);
    onChange(next.count === "" ? undefined : targetOf(next as Amount));
  };
  return (
    <div className={classes.amount}>
      <NumberInput
        size="xs"
        label={label}
        value={amount.count}
        min={0}
        max={10_000}
        hideControls
        allowNegative={false}
        decimalScale={amount.unit === "day" ? 0 : 2}
        error={error}
        onChange={(count) => change({ ...amount, count: typeof count === "number" ? count : "" })}
      />
      <NativeSelect
        size="xs"
        aria-label={m.times_unit_of({ label })}
        value={amount.unit}
        data={units.map((unit) => ({ value: unit, label: unitNames[unit]() }))}
        onChange={(event) => change({ ...amount, unit: event.currentTarget.value as Unit })}
      />
    </div>
  );
}
