import { Skeleton } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { useEffect } from "react";
import { m } from "#messages";
import { Notice } from "../look/Notice.tsx";
import { useTrouble } from "../patience.ts";
import { refusalOf } from "../refusal.ts";
import { nameOf, useSettings } from "../settings.ts";
import { When } from "../time/When.tsx";
import { causeName } from "../words/causes.ts";
import { Decision } from "./Decision.tsx";
import classes from "./incidents.module.css";
import { type Incident, useIncident } from "./incidents.ts";
import { Members } from "./Members.tsx";
import { StateBadge } from "./StateBadge.tsx";
import { TellAll } from "./TellAll.tsx";
import { TextsForm } from "./TextsForm.tsx";
import { Updates } from "./Updates.tsx";
import { inWords, regionName, sources } from "./words.ts";

/** One incident: what it is, what readers see, what all its customers are told, its tickets. */
export function IncidentPage() {
  const { number = "0" } = useParams({ strict: false });
  const asked = useIncident(Number(number));
  const trouble = useTrouble(asked);
  return (
    <main className={classes.page}>
      <Link to="/incidents" className={classes.back ?? ""}>
        <ChevronLeft size={14} aria-hidden="true" />
        {m.incidents_back()}
      </Link>
      {asked.data ? (
        <Whole incident={asked.data} key={asked.data.id} />
      ) : trouble === null ? (
        <Skeleton height={320} maw="60rem" />
      ) : (
        <Notice title={refusalOf(trouble).message} />
      )}
    </main>
  );
}

function Whole({ incident }: { incident: Incident }) {
  const isLive = incident.state === "proposed" || incident.state === "open";
  const isTelling = incident.state === "open" || incident.state === "resolved";
  return (
    <>
      <Head incident={incident} />
      <div className={classes.columns}>
        <div>
          {isTelling && incident.mayLead && <TellAll incident={incident} />}
          <Members incident={incident} />
        </div>
        <div>
          {isLive && incident.mayLead && <TextsForm incident={incident} />}
          {isTelling && <Updates incident={incident} />}
        </div>
      </div>
    </>
  );
}

function Head({ incident }: { incident: Incident }) {
  const { categories } = useSettings();
  const { number, state, title, category, region, source, createdAt } = incident;
  const name = inWords(title) || m.incidents_number({ number });
  useEffect(() => {
    document.title = name;
  }, [name]);
  return (
    <header className={classes.head}>
      <div>
        <h1>{name}</h1>
        <p className={classes.aside}>
          <StateBadge state={state} /> {m.incidents_number({ number })}
          {" · "}
          {category ? nameOf(categories, category) : m.incidents_no_category()}
          {" · "}
          {regionName(region)}
          {" · "}
          {sources[source]?.()}
          {" · "}
          <When at={createdAt} />
        </p>
        <Story incident={incident} />
      </div>
      <Decision incident={incident} />
    </header>
  );
}

/** Who decided what. */
function Story({ incident }: { incident: Incident }) {
  const { state, reason, causeTag, fixed } = incident;
  const somebody = m.console_somebody();
  const lines = [
    ...(incident.openedAt ? [m.incidents_opened_by({ name: incident.openedBy ?? somebody })] : []),
    ...(state === "dismissed" ? [m.incidents_dismissed_line({ reason })] : []),
    ...(state === "resolved"
      ? [
          m.incidents_resolved_line({
            name: incident.resolvedBy ?? somebody,
            cause: causeName(causeTag),
          }),
        ]
      : []),
    ...(state === "resolved" && fixed ? [m.incidents_fixed_line()] : []),
  ];
  return <p className={classes.aside}>{lines.join(" · ")}</p>;
}
