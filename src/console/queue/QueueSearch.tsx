import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { m } from "#messages";
import { useCommand } from "../commands/commands.ts";
import { focusRow } from "./rowKeys.ts";
import type { View } from "./views.ts";

/** Narrows the view by number, subject or customer; the address keeps what was searched for. */
export function QueueSearch({ view, text }: { view: View; text: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(text);
  const navigate = useNavigate();
  const { number = "" } = useParams({ strict: false });
  const search = (q: string) =>
    void navigate({
      to: number ? "/queue/$view/$number" : "/queue/$view",
      params: { view, number },
      search: q ? { q } : {},
      replace: true,
    });
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
      placeholder={m.console_queue_search()}
      aria-label={m.console_queue_search_label()}
      leftSection={<Search size={14} aria-hidden="true" />}
      rightSection={
        value && (
          <CloseButton size="xs" onClick={clear} aria-label={m.console_queue_search_clear()} />
        )
      }
    />
  );
}
