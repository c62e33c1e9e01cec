import { Select } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { m } from "#messages";
import { locales } from "../../../../content/schema.ts";
import { currentLocale } from "../../language.ts";
import { SearchField } from "../../look/SearchField.tsx";
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
      <SearchField
        text={search.q ?? ""}
        search={(q) => change({ q })}
        placeholder={m.knowledge_filter_text()}
        label={m.knowledge_filter_text()}
      />
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
