import { NativeSelect } from "@mantine/core";
import { m } from "#messages";
import { type Cause, causes } from "../words/causes.ts";

type Props = { value: Cause | ""; onChange: (cause: Cause | "") => void };

/** Why the problem existed; nothing is chosen at first, so that somebody thinks of it. */
export function CauseSelect({ value, onChange }: Props) {
  const data = Object.entries(causes).map(([cause, label]) => ({ value: cause, label: label() }));
  return (
    <NativeSelect
      label={m.incidents_cause()}
      data={[{ value: "", label: "" }, ...data]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Cause | "")}
    />
  );
}
