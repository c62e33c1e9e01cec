import { Link } from "@tanstack/react-router";
import { BookOpenText, Download } from "lucide-react";
import { m } from "#messages";
import type { Filter } from "../../../../server/insight/period.ts";
import type { Report, View } from "../../../../server/insight/report.ts";
import type { Asked } from "../asked.ts";
import { deskTime, shortDays, zoneName } from "../figures.ts";
import insight from "../insight.module.css";
import { ReportFilters } from "./ReportFilters.tsx";
import classes from "./report.module.css";

const zone = "Asia/Shanghai";
export const words: Record<View, { title: () => string; says: () => string }> = {
  articles: { title: m.report_title_articles, says: m.report_says_articles },
  search: { title: m.report_title_search, says: m.report_says_search },
  desk: { title: m.report_title_desk, says: m.report_says_desk },
  customers: { title: m.report_title_customers, says: m.report_says_customers },
  causes: { title: m.report_title_causes, says: m.report_says_causes },
};

type Props = {
  view: View;
  asked: Asked;
  filter: Filter;
  today: string;
  report: Report | undefined;
};

export function ReportHead({ view, asked, filter, today, report }: Props) {
  const query = new URLSearchParams(filter as Record<string, string>);
  return (
    <header className={insight.head}>
      <div className={insight.title}>
        <h1>{words[view].title()}</h1>
        <div className={classes.files}>
          {(["csv", "json"] as const).map((form) => (
            <a
              key={form}
              href={`/api/insight/${view}.${form}?${query}`}
              download
              title={m.report_download()}
            >
              <Download size={14} aria-hidden="true" />
              {form === "csv" ? m.report_csv() : m.report_json()}
            </a>
          ))}
          <Link to="/insight/definitions">
            <BookOpenText size={14} aria-hidden="true" />
            {m.charts_definitions()}
          </Link>
        </div>
      </div>
      <ReportFilters {...{ view, asked, filter, today }} />
      <p className={insight.asOf}>
        {shortDays(filter.from, filter.to)} · {words[view].says()}
        {report &&
          ` ${m.charts_as_of({ time: deskTime(report.asOf, zone), zone: zoneName(zone, report.asOf) })}`}
      </p>
    </header>
  );
}
