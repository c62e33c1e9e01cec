import { ShieldCheck } from "lucide-react";
import { m } from "#messages";
import { useCommand } from "../commands/commands.ts";
import { Found } from "../teamwork/Found.tsx";
import { Page } from "../teamwork/Page.tsx";
import { IncidentLine } from "./IncidentLine.tsx";
import classes from "./incidents.module.css";
import { type IncidentRow, useIncidents } from "./incidents.ts";
import { focusIncident } from "./rows.ts";
import { SurgeTable } from "./SurgeTable.tsx";

/** What has to be decided, what is open, what was; and what the hourly look for waves saw. */
export function IncidentsPage() {
  const asked = useIncidents();
  useCommand("next", () => focusIncident(1));
  useCommand("previous", () => focusIncident(-1));
  return (
    <Page title={m.incidents_title()} lead={m.incidents_lead()}>
      <Found
        asked={asked}
        isEmpty={({ live }) => live.length === 0}
        empty={{ icon: ShieldCheck, title: m.incidents_none() }}
      >
        {({ live }) => <Lines incidents={live} />}
      </Found>
      {asked.data && asked.data.past.length > 0 && (
        <section className={classes.section}>
          <h2>{m.incidents_ended()}</h2>
          <Lines incidents={asked.data.past} />
        </section>
      )}
      {asked.data && <SurgeTable surges={asked.data.surges} />}
    </Page>
  );
}

function Lines({ incidents }: { incidents: readonly IncidentRow[] }) {
  return (
    <ul className={classes.list}>
      {incidents.map((incident) => (
        <IncidentLine key={incident.id} incident={incident} />
      ))}
    </ul>
  );
}
