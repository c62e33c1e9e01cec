import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { m } from "#messages";
import { useCommand } from "../commands/commands.ts";
import { focusRow } from "../queue/rowKeys.ts";

type Props = {
  text: string;
  /** Told the words, trimmed, once typing rests. */
  search: (text: string) => void;
  label: string;
  placeholder: string;
};

/** Narrows the list beside it: `/` leads here, the arrow down leads to its first row. */
export function SearchField({ text, search, label, placeholder }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(text);
  const later = useDebouncedCallback(search, 200);
  useCommand("search", () => field.current?.select());
  const change = (next: string) => {
    setValue(next);
    later(next.trim());
  };
  const clear = () => {
    setValue("");
    later.cancel();
    search("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") later.flush();
    if (event.key === "Escape" && value) clear();
    else if (event.key === "Escape") field.current?.blur();
    if (event.key === "ArrowDown") focusRow("first");
  };
  return (
    <TextInput
      ref={field}
      type="search"
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      placeholder={placeholder}
      aria-label={label}
      leftSection={<Search size={14} aria-hidden="true" />}
      rightSection={
        value && (
          <CloseButton size="xs" onClick={clear} aria-label={m.console_queue_search_clear()} />
        )
      }
    />
  );
}
