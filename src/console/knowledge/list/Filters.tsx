import { CloseButton, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { m } from "#messages";
import { locales } from "../../../../content/schema.ts";
import { useCommand } from "../../commands/commands.ts";
import { currentLocale } from "../../language.ts";
import { focusRow } from "../../queue/rowKeys.ts";
import { useSettings } from "../../settings.ts";
import { languageWord } from "../words.ts";
import { type KnowledgeSearch, type Order, orders, readSearch } from "./filter.ts";
import classes from "./list.module.css";

const orderWords: Record<Order, () => string> = {
  changed: m.knowledge_order_changed,
  reuse: m.knowledge_order_reuse,
  review: m.knowledge_order_review,
  title: m.knowledge_order_title,
};

/** Narrows both lists; the address keeps the choice. */
export function Filters({ search }: { search: KnowledgeSearch }) {
  const navigate = useNavigate();
  const { categories } = useSettings();
  const change = (part: Record<string, string | null>) => {
    const next = readSearch({ ...search, ...part });
    void navigate({ to: "/knowledge", search: next, replace: true });
  };
  return (
    <search className={classes.filters}>
      <TextFilter text={search.q ?? ""} onChange={(q) => change({ q })} />
      <Select
        aria-label={m.knowledge_filter_language()}
        placeholder={m.knowledge_filter_language()}
        data={locales.map((value) => ({ value, label: languageWord(value) }))}
        value={search.language ?? null}
        onChange={(language) => change({ language })}
        clearable
      />
      <Select
        aria-label={m.knowledge_filter_category()}
        placeholder={m.knowledge_filter_category()}
        data={categories.map(({ id, label }) => ({ value: id, label: label[currentLocale()] }))}
        value={search.category ?? null}
        onChange={(category) => change({ category })}
        clearable
      />
      <Select
        aria-label={m.knowledge_order()}
        data={orders.map((value) => ({ value, label: orderWords[value]() }))}
        value={search.order ?? "changed"}
        onChange={(order) => change({ order })}
        allowDeselect={false}
      />
    </search>
  );
}

function TextFilter({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(text);
  const later = useDebouncedCallback(onChange, 200);
  useCommand("search", () => field.current?.select());
  const clear = () => {
    setValue("");
    later.cancel();
    onChange("");
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
      onChange={(event) => {
        setValue(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
      onKeyDown={onKeyDown}
      placeholder={m.knowledge_filter_text()}
      aria-label={m.knowledge_filter_text()}
      leftSection={<Search size={14} aria-hidden="true" />}
      rightSection={
        value && (
          <CloseButton size="xs" onClick={clear} aria-label={m.console_queue_search_clear()} />
        )
      }
    />
  );
}
