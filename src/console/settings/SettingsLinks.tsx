import { Link } from "@tanstack/react-router";
import { useMe } from "../session/session.ts";
import classes from "../shell/rail.module.css";
import { sectionsFor } from "./sections.ts";

/** What is the person's to set, as the rail lists it. */
export function SettingsLinks() {
  const { role } = useMe();
  return (
    <ul className={classes.views}>
      {sectionsFor(role).map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <Link to={to} className={classes.item ?? ""}>
            <Icon size={16} aria-hidden="true" />
            <span className={classes.name}>{label()}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
