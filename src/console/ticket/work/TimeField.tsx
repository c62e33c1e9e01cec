import { TextInput, type TextInputProps } from "@mantine/core";
import dayjs from "dayjs";
import { serverNow } from "../../time/now.ts";

type Props = Omit<TextInputProps, "value" | "onChange" | "type"> & {
  value: Date | null;
  onChange: (at: Date | null) => void;
};

const format = "YYYY-MM-DDTHH:mm";

/** A day and time on the reader's wall, in the field that their device brings along. */
export function TimeField({ value, onChange, ...field }: Props) {
  return (
    <TextInput
      {...field}
      type="datetime-local"
      min={dayjs(serverNow()).format(format)}
      value={value ? dayjs(value).format(format) : ""}
      onChange={({ currentTarget }) => {
        const at = dayjs(currentTarget.value);
        onChange(currentTarget.value && at.isValid() ? at.toDate() : null);
      }}
    />
  );
}
