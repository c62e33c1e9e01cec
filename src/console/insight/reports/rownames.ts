/** What a row of a table is of, in words. */
import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import type { By, Row } from "../../../../server/insight/report.ts";
import { trpc } from "../../api.ts";
import { currentLocale } from "../../language.ts";
import { teamNameIn, useTeams } from "../../settings/rules/names.ts";
import { nameOf, useSettings } from "../../settings.ts";
import { causeName } from "../../words/causes.ts";
import { priorityName } from "../../words/grades.ts";

export type NameOfRow = (by: By, row: Pick<Row, "key" | "name">) => string;

/** Titles of articles by number, in the desk's language where there is one. */
function useTitles(isNeeded: boolean): ReadonlyMap<string, string> {
  const { data } = useQuery({
    ...trpc.articles.list.queryOptions(),
    enabled: isNeeded,
    staleTime: 300_000,
  });
  const mine = currentLocale();
  const sorted = (data?.articles ?? []).toSorted((a) => (a.locale === mine ? 1 : -1));
  return new Map(sorted.map(({ articleId, title }) => [String(Number(articleId.slice(3))), title]));
}

export function useRowNames(hasArticles: boolean): NameOfRow {
  const teams = useTeams();
  const { modules } = useSettings();
  const titles = useTitles(hasArticles);
  const named: Record<By, (key: string) => string> = {
    article: (key) => titles.get(key) ?? `kb-${key.padStart(6, "0")}`,
    question: () => m.report_question_hidden(),
    priority: priorityName,
    team: (key) => teamNameIn(teams, key),
    person: (key) => key,
    help: (key) => (key === "yes" ? m.report_help_yes() : m.report_help_no()),
    customer: (key) => key,
    tier: (key) => (key === "vip" ? m.report_tier_vip() : m.report_tier_normal()),
    cause: causeName,
    module: (key) => nameOf(modules, key),
    day: (key) => key,
  };
  return (by, { key, name }) => name ?? (key === "" ? m.report_none() : named[by](key));
}
