import { Select } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { m } from "#messages";
import type { Filter } from "../../../../server/insight/period.ts";
import type { View } from "../../../../server/insight/report.ts";
import { currentLocale } from "../../language.ts";
import { useTeams } from "../../settings/rules/names.ts";
import type { Asked } from "../asked.ts";
import { Filters } from "../Filters.tsx";
import insight from "../insight.module.css";

const everything = "all";
type Props = { view: View; asked: Asked; filter: Filter; today: string };

/** Period, language and topic; of tickets also the team and the kind of customer. */
export function ReportFilters({ view, ...props }: Props) {
  const navigate = useNavigate();
  const teams = useTeams();
  const { asked } = props;
  const ask = (change: Partial<Asked>) =>
    void navigate({
      to: "/insight/$view",
      params: { view },
      search: (now) => ({ ...now, ...change, page: undefined }),
      replace: true,
    });
  const isDesk = view === "desk" || view === "causes" || view === "customers";
  return (
    <Filters {...props} ask={ask}>
      {isDesk && (
        <Select
          className={insight.choice ?? ""}
          value={asked.team ?? everything}
          onChange={(team) => ask({ team: team === everything ? undefined : (team ?? undefined) })}
          aria-label={m.report_filter_team()}
          allowDeselect={false}
          data={[
            { value: everything, label: m.report_team_all() },
            ...teams.map(({ id, name }) => ({ value: id, label: name[currentLocale()] })),
          ]}
        />
      )}
      {isDesk && (
        <Select
          className={insight.choice ?? ""}
          value={asked.tier ?? everything}
          onChange={(tier) =>
            ask({ tier: tier === everything ? undefined : (tier as "vip" | "normal") })
          }
          aria-label={m.report_filter_tier()}
          allowDeselect={false}
          data={[
            { value: everything, label: m.report_tier_all() },
            { value: "vip", label: m.report_tier_vip() },
            { value: "normal", label: m.report_tier_normal() },
          ]}
        />
      )}
    </Filters>
  );
}
