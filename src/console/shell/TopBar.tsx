import { ActionIcon } from "@mantine/core";
import { useLocation, useParams } from "@tanstack/react-router";
import { Menu as MenuIcon, Search } from "lucide-react";
import { m } from "#messages";
import { runCommand } from "../commands/commands.ts";
import { SmallBell } from "../notices/Bell.tsx";
import { isView, views } from "../queue/views.ts";
import { areas } from "./areas.ts";
import classes from "./shell.module.css";

const others: Record<string, () => string> = {
  "/me": m.notices_me_title,
  "/new": m.console_new,
  "/tasks": m.work_tasks_page,
  "/sync": m.work_sync_page,
  "/reviews": m.work_reviews_page,
};

/** The rail's place on a small screen; on a phone an open ticket takes all the room. */
export function TopBar({ isOnTicket, onMenu }: { isOnTicket: boolean; onMenu: () => void }) {
  const { view = "" } = useParams({ strict: false });
  const { pathname } = useLocation();
  const area = areas.find(({ to }) => pathname.startsWith(to));
  const other = others[pathname]?.();
  return (
    <nav className={classes.topBar} data-on-ticket={isOnTicket} aria-label={m.console_menu()}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        onClick={onMenu}
        aria-label={m.console_menu()}
      >
        <MenuIcon size={18} />
      </ActionIcon>
      <span className={classes.place}>
        {isView(view) ? views[view].label() : (other ?? area?.label())}
      </span>
      <SmallBell />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        onClick={() => runCommand("palette")}
        aria-label={m.console_key_palette()}
      >
        <Search size={18} />
      </ActionIcon>
    </nav>
  );
}
