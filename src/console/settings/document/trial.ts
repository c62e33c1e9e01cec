/** The draft of the rules, tried on the last tickets while it is being written. */
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import type { SettingProblem } from "../../../../server/settings/kinds.ts";
import { client } from "../../api.ts";
import { intlLocale } from "../../language.ts";

export type Trial = Awaited<ReturnType<typeof client.triage.tryOut.mutate>>;
export type Run = NonNullable<Trial["run"]>;
export type Change = Run["changes"][number];

export type Drafts = { triage?: unknown; teams?: unknown };

export type Tried = {
  /** Of the last draft that was tried; it may be a moment older than what is on the screen. */
  trial: Trial | null;
  problems: SettingProblem[];
  /** What is on the screen has been tried and may be saved. */
  isPassed: boolean;
  isBusy: boolean;
};

const restMs = 350;

/** @param drafts null while nothing has been changed. */
export function useTrial(drafts: Drafts | null): Tried {
  const text = drafts ? JSON.stringify(drafts) : "";
  const [rested] = useDebouncedValue(text, restMs);
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ["trial", rested],
    queryFn: () => client.triage.tryOut.mutate(JSON.parse(rested) as Drafts),
    enabled: rested !== "",
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const trial = text === "" ? null : (data ?? null);
  const isCurrent = text === rested && !isPlaceholderData && !isFetching;
  return {
    trial,
    problems: trial?.problems ?? [],
    isPassed: isCurrent && trial?.run != null,
    isBusy: text !== "" && !isCurrent,
  };
}

/** What follows from the others is not told again. */
const told: Partial<Record<Change["field"], () => string>> = {
  team: m.rules_try_team,
  priority: m.rules_try_priority,
  category: m.rules_try_category,
  flow: m.rules_try_flow,
  flags: m.rules_try_flags,
  notify: m.rules_try_notify,
  tags: m.rules_try_tags,
  emotion: m.rules_try_emotion,
};
export const fieldWord = (field: Change["field"]): string | null => told[field]?.() ?? null;

/** "12 of 100 tickets would change: 9 team, 3 priority". */
export function runText({ tickets: total, changed, byField }: Run): string {
  if (changed === 0) return m.rules_try_same({ total });
  const counts = Object.entries(byField) as [Change["field"], number][];
  const parts = counts
    .toSorted(([, a], [, b]) => b - a)
    .flatMap(([field, count]) => {
      const word = fieldWord(field);
      return word ? [m.rules_try_field({ count, field: word })] : [];
    });
  const fields = new Intl.ListFormat(intlLocale(), { style: "short", type: "unit" }).format(parts);
  return m.rules_try_changed({ changed, total, fields });
}
