import { Button } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import { DismissDialog } from "./DismissDialog.tsx";
import classes from "./incidents.module.css";
import { type Incident, seenOf, useDeeds } from "./incidents.ts";
import { ResolveDialog } from "./ResolveDialog.tsx";

/** What can be decided about it now, by those who may. */
export function Decision({ incident }: { incident: Incident }) {
  const { accept, reopen } = useDeeds();
  const [asked, ask] = useState<"dismiss" | "resolve" | null>(null);
  const { state, mayLead } = incident;
  if (!mayLead) return state === "proposed" ? <p>{m.incidents_only_leads()}</p> : null;
  return (
    <div className={classes.decision}>
      {state === "proposed" && (
        <>
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => ask("dismiss")}>
              {m.incidents_dismiss()}
            </Button>
            <Button loading={accept.isPending} onClick={() => accept.mutate(seenOf(incident))}>
              {m.incidents_accept()}
            </Button>
          </div>
          <p className={classes.aside}>{m.incidents_accept_hint()}</p>
        </>
      )}
      {state === "open" && <Button onClick={() => ask("resolve")}>{m.incidents_resolve()}</Button>}
      {state === "resolved" && (
        <Button
          variant="default"
          loading={reopen.isPending}
          onClick={() => reopen.mutate(seenOf(incident))}
        >
          {m.incidents_reopen()}
        </Button>
      )}
      {asked === "dismiss" && <DismissDialog incident={incident} onClose={() => ask(null)} />}
      {asked === "resolve" && <ResolveDialog incident={incident} onClose={() => ask(null)} />}
    </div>
  );
}
