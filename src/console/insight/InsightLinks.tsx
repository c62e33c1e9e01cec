import { Link } from "@tanstack/react-router";
import {
  BookOpenText,
  ChartNoAxesColumn,
  FileText,
  FlaskConical,
  Headset,
  Search,
  UsersRound,
  Wrench,
} from "lucide-react";
import { m } from "#messages";
import classes from "../shell/rail.module.css";
import { type Asked, askedOf } from "./asked.ts";

const pages = [
  { to: "/insight", label: m.charts_overview, icon: ChartNoAxesColumn },
  { to: "/insight/$view", view: "articles", label: m.report_view_articles, icon: FileText },
  { to: "/insight/$view", view: "search", label: m.report_view_search, icon: Search },
  { to: "/insight/$view", view: "desk", label: m.report_view_desk, icon: Headset },
  { to: "/insight/$view", view: "customers", label: m.report_view_customers, icon: UsersRound },
  { to: "/insight/$view", view: "causes", label: m.report_view_causes, icon: Wrench },
  { to: "/insight/experiment", label: m.report_view_experiment, icon: FlaskConical },
  { to: "/insight/definitions", label: m.charts_definitions, icon: BookOpenText },
] as const;

const kept = ({ days, from, to, locale, category }: Asked): Asked =>
  askedOf({ days, from, to, locale, category });

/** The pages of this area, as the rail lists them. */
export function InsightLinks() {
  return (
    <ul className={classes.views}>
      {pages.map(({ to, label, icon: Icon, ...page }) => (
        <li key={label()}>
          <Link
            to={to}
            params={"view" in page ? { view: page.view } : {}}
            // A period and a language are kept from page to page; what was opened is not.
            search={kept}
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
