import { SegmentedControl, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { m } from "#messages";
import { type Locale, locales } from "../../../content/schema.ts";
import type { Filter } from "../../../server/insight/period.ts";
import { nameOf, useSettings } from "../settings.ts";
import { type Asked, askLength, type Length, lengthOf, lengths } from "./asked.ts";
import { Days } from "./Days.tsx";
import classes from "./insight.module.css";
import { languages } from "./scope.ts";

const everything = "all";

type Props = {
  asked: Asked;
  filter: Filter;
  today: string;
  /** Takes what was chosen into the address. */
  ask: (change: Partial<Asked>) => void;
  /** Further choices of a page. */
  children?: ReactNode;
};

/** Period, language and topic; the address keeps them. */
export function Filters({ asked, filter, today, ask, children }: Props) {
  const { categories } = useSettings();
  // A topic that no longer exists still has its numbers.
  const known = [
    ...new Set([...categories.map(({ id }) => id), ...(asked.category ? [asked.category] : [])]),
  ];
  return (
    <search className={classes.filters} aria-label={m.charts_filters()}>
      <SegmentedControl
        size="xs"
        value={String(lengthOf(asked) ?? "")}
        onChange={(days) => ask(askLength(Number(days) as Length))}
        aria-label={m.charts_period()}
        data={lengths.map((days) => ({ value: String(days), label: m.charts_days({ days }) }))}
      />
      <Days
        key={`${filter.from} ${filter.to}`}
        filter={filter}
        today={today}
        onChange={(from, to) => ask({ days: undefined, from, to })}
      />
      <Select
        className={classes.choice ?? ""}
        value={asked.locale ?? everything}
        onChange={(locale) =>
          ask({ locale: locale === everything ? undefined : (locale as Locale) })
        }
        aria-label={m.charts_language()}
        allowDeselect={false}
        data={[
          { value: everything, label: m.charts_all_languages() },
          ...locales.map((value) => ({ value, label: languages[value] })),
        ]}
      />
      <Select
        className={classes.choice ?? ""}
        value={asked.category ?? everything}
        onChange={(category) =>
          ask({ category: category === everything ? undefined : (category ?? undefined) })
        }
        aria-label={m.charts_category()}
        allowDeselect={false}
        maxDropdownHeight={320}
        data={[
          { value: everything, label: m.charts_all_categories() },
          ...known.map((id) => ({ value: id, label: nameOf(categories, id) })),
        ]}
      />
      {children}
    </search>
  );
}
