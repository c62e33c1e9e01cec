import { ActionIcon } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { Menu as MenuIcon, Search } from "lucide-react";
import { m } from "#messages";
import { runCommand } from "../commands/commands.ts";
import { isView, views } from "../queue/views.ts";
import classes from "./shell.module.css";

/** The rail's place on a phone. */
export function TopBar({ onMenu }: { onMenu: () => void }) {
  const { view = "" } = useParams({ strict: false });
  return (
    <nav className={classes.topBar} aria-label={m.console_menu()}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        onClick={onMenu}
        aria-label={m.console_menu()}
      >
        <MenuIcon size={18} />
      </ActionIcon>
      <span className={classes.place}>{isView(view) ? views[view].label() : ""}</span>
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
