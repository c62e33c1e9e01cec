import { Link } from "@tanstack/react-router";
import { MessagesSquare, Radar } from "lucide-react";
import { m } from "#messages";
import classes from "../shell/rail.module.css";

const pages = [
  { to: "/lead", label: m.lead_page, icon: Radar },
  { to: "/lead/week", label: m.lead_week, icon: MessagesSquare },
] as const;

/** The pages of this area, as the rail lists them. */
export function LeadLinks() {
  return (
    <ul className={classes.views}>
      {pages.map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <Link to={to} activeOptions={{ exact: true }} className={classes.item ?? ""}>
            <Icon size={16} aria-hidden="true" />
            <span className={classes.name}>{label()}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
