import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { ClipboardList, Gavel, NotebookPen, Siren } from "lucide-react";
import { m } from "#messages";
import { trpc } from "../api.ts";
import { every } from "../patience.ts";
import classes from "../shell/rail.module.css";

/** Work beside the queue; the numbers are what still waits for this person. */
export function TeamworkLinks() {
  const { pathname } = useLocation();
  const again = { refetchInterval: every(60_000) };
  const tasks = useQuery({ ...trpc.teamwork.tasks.queryOptions({ scope: "team" }), ...again });
  const sync = useQuery({ ...trpc.teamwork.sync.queryOptions(), ...again });
  const reviews = useQuery({ ...trpc.escalation.reviews.queryOptions(), ...again });
  const incidents = useQuery({ ...trpc.incidents.list.queryOptions(), ...again });
  const links = [
    {
      to: "/tasks",
      label: m.work_tasks_page(),
      icon: ClipboardList,
      count: tasks.data?.tasks.length,
    },
    {
      to: "/sync",
      label: m.work_sync_page(),
      icon: NotebookPen,
      count: sync.data?.rows.filter(({ line }) => !line).length,
    },
    {
      to: "/incidents",
      label: m.incidents_title(),
      icon: Siren,
      count: incidents.data?.live.length,
    },
    { to: "/reviews", label: m.work_reviews_page(), icon: Gavel, count: reviews.data?.length },
  ] as const;
  return (
    <ul className={classes.views}>
      {links.map(({ to, label, icon: Icon, count }) => (
        <li key={to}>
          <Link
            to={to}
            className={classes.item ?? ""}
            aria-current={pathname.startsWith(to) ? "page" : undefined}
          >
            <Icon size={16} aria-hidden="true" />
            <span className={classes.name}>{label}</span>
            {Boolean(count) && <span className={classes.count}>{count}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
