import { Link } from "@tanstack/react-router";
import { BookOpenText, ChartNoAxesColumn } from "lucide-react";
import { m } from "#messages";
import classes from "../shell/rail.module.css";

const pages = [
  { to: "/insight", label: m.charts_overview, icon: ChartNoAxesColumn },
  { to: "/insight/definitions", label: m.charts_definitions, icon: BookOpenText },
] as const;

/** The pages of this area, as the rail lists them. */
export function InsightLinks() {
  return (
    <ul className={classes.views}>
      {pages.map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            className={classes.item ?? ""}
          >
            <Icon size={16} aria-hidden="true" />
            <span className={classes.name}>{label()}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
