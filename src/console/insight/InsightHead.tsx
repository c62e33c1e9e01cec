import { Link, useNavigate } from "@tanstack/react-router";
import { BookOpenText } from "lucide-react";
import { m } from "#messages";
import type { Filter } from "../../../server/insight/period.ts";
import type { Asked } from "./asked.ts";
import { Filters } from "./Filters.tsx";
import { deskTime, zoneName } from "./figures.ts";
import classes from "./insight.module.css";
import type { Overview } from "./overview.ts";

type Props = {
  asked: Asked;
  filter: Filter;
  today: string;
  overview: Overview | undefined;
  /** Why the numbers could not be read again. */
  failure: string | null;
};

export function InsightHead({ asked, filter, today, overview, failure }: Props) {
  const navigate = useNavigate({ from: "/insight" });
  const ask = (change: Partial<Asked>) =>
    void navigate({ search: (now) => ({ ...now, ...change, page: undefined }), replace: true });
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <h1>{m.charts_title()}</h1>
        <Link to="/insight/definitions" className={classes.definitions ?? ""}>
          <BookOpenText size={14} aria-hidden="true" />
          {m.charts_definitions()}
        </Link>
      </div>
      <Filters asked={asked} filter={filter} today={today} ask={ask} />
      <p className={classes.asOf}>
        {overview &&
          m.charts_as_of({
            time: deskTime(overview.asOf, overview.zone),
            zone: zoneName(overview.zone, overview.asOf),
          })}
        <span role="status">{failure && ` ${m.charts_behind({ reason: failure })}`}</span>
      </p>
    </header>
  );
}
