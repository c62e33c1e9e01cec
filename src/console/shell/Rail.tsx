import { UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Keyboard, Plus, Search } from "lucide-react";
import { m } from "#messages";
import { trpc } from "../api.ts";
import { runCommand } from "../commands/commands.ts";
import { InsightLinks } from "../insight/InsightLinks.tsx";
import { KnowledgeLinks } from "../knowledge/KnowledgeLinks.tsx";
import { useLocale } from "../language.ts";
import { LeadLinks } from "../lead/LeadLinks.tsx";
import { isLead } from "../lead/leads.ts";
import { Keys } from "../look/Keys.tsx";
import { Bell } from "../notices/Bell.tsx";
import { viewIds, views } from "../queue/views.ts";
import { useMe } from "../session/session.ts";
import { SettingsLinks } from "../settings/SettingsLinks.tsx";
import { sectionsFor } from "../settings/sections.ts";
import { useSettings } from "../settings.ts";
import { TeamworkLinks } from "../teamwork/TeamworkLinks.tsx";
import { areas } from "./areas.ts";
import { PersonMenu } from "./PersonMenu.tsx";
import classes from "./rail.module.css";

/** Where one can go. */
export function Rail({ onShowKeys }: { onShowKeys: () => void }) {
  const locale = useLocale();
  const { siteName } = useSettings();
  const { role } = useMe();
  const mine = areas.filter(
    ({ id }) =>
      (id !== "settings" || sectionsFor(role).length > 0) && (id !== "lead" || isLead(role)),
  );
  return (
    <nav className={classes.rail} aria-label={m.console_rail_label()}>
      <p className={classes.company}>{siteName[locale]}</p>
      <UnstyledButton className={classes.item ?? ""} onClick={() => runCommand("palette")}>
        <Search size={16} aria-hidden="true" />
        <span className={classes.name}>{m.console_search_everything()}</span>
        <Keys of="mod+k" />
      </UnstyledButton>
      <Bell />
      <Link to="/new" className={classes.item ?? ""} activeProps={{ "aria-current": "page" }}>
        <Plus size={16} aria-hidden="true" />
        <span className={classes.name}>{m.console_new()}</span>
        <Keys of="c" />
      </Link>
      {mine.map((area) => (
        <section key={area.id} className={classes.area}>
          {areas.length > 1 && <h2>{area.label()}</h2>}
          {area.id === "queue" && <QueueViews />}
          {area.id === "teamwork" && <TeamworkLinks />}
          {area.id === "lead" && <LeadLinks />}
          {area.id === "knowledge" && <KnowledgeLinks />}
          {area.id === "insight" && <InsightLinks />}
          {area.id === "settings" && <SettingsLinks />}
        </section>
      ))}
      <div className={classes.foot}>
        <UnstyledButton className={classes.item ?? ""} onClick={onShowKeys}>
          <Keyboard size={16} aria-hidden="true" />
          <span className={classes.name}>{m.console_keys_title()}</span>
          <Keys of="?" />
        </UnstyledButton>
        <PersonMenu />
      </div>
    </nav>
  );
}

function QueueViews() {
  const { data } = useQuery(trpc.tickets.queue.queryOptions({ view: "mine", text: "" }));
  const { view: shown } = useParams({ strict: false });
  return (
    <ul className={classes.views}>
      {viewIds.map((view) => {
        const { label, icon: Icon } = views[view];
        const count = data?.counts[view];
        return (
          <li key={view}>
            <Link
              to="/queue/$view"
              params={{ view }}
              className={classes.item ?? ""}
              aria-current={view === shown ? "page" : undefined}
            >
              <Icon size={16} aria-hidden="true" />
              <span className={classes.name}>{label()}</span>
              <span className={classes.count}>{count}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
