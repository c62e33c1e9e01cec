import { Link } from "@tanstack/react-router";
import { Megaphone } from "lucide-react";
import { m } from "#messages";
import { nameOf, useSettings } from "../settings.ts";
import { When } from "../time/When.tsx";
import classes from "./incidents.module.css";
import type { IncidentRow } from "./incidents.ts";
import { StateBadge } from "./StateBadge.tsx";
import { inWords, regionName, sources, ticketCount } from "./words.ts";

/** One incident of the list. */
export function IncidentLine({ incident }: { incident: IncidentRow }) {
  const { categories } = useSettings();
  const { number, state, title, category, region, source, createdAt, bannerFrom } = incident;
  return (
    <li>
      <Link
        to="/incidents/$number"
        params={{ number: String(number) }}
        className={classes.line ?? ""}
        data-incident={number}
      >
        <StateBadge state={state} />
        <span className={classes.name}>{inWords(title) || m.incidents_number({ number })}</span>
        <span className={classes.aside}>
          {ticketCount(incident._count.tickets)}
          {" · "}
          {category ? nameOf(categories, category) : m.incidents_no_category()}
          {" · "}
          {regionName(region)}
          {" · "}
          {sources[source]?.()}
          {" · "}
          <When at={createdAt} />
          {bannerFrom && (
            <b className={classes.banner}>
              <Megaphone size={13} aria-hidden="true" />
              {m.incidents_banner_is_on()}
            </b>
          )}
        </span>
      </Link>
    </li>
  );
}
