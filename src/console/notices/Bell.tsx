import { ActionIcon, Indicator, UnstyledButton } from "@mantine/core";
import { Bell as BellIcon } from "lucide-react";
import { m } from "#messages";
import { runCommand } from "../commands/commands.ts";
import { Keys } from "../look/Keys.tsx";
import rail from "../shell/rail.module.css";
import { useUnread } from "./inbox.ts";
import classes from "./notices.module.css";

const most = 99;
const short = (count: number): string => (count > most ? `${most}+` : String(count));
const open = () => runCommand("notices");

/** In the rail: how many notices wait. */
export function Bell() {
  const unread = useUnread();
  return (
    <UnstyledButton className={rail.item ?? ""} onClick={open}>
      <BellIcon size={16} aria-hidden="true" />
      <span className={rail.name}>{m.notices_title()}</span>
      {unread > 0 ? <Count unread={unread} /> : <Keys of="b" />}
    </UnstyledButton>
  );
}

function Count({ unread }: { unread: number }) {
  return (
    <span className={classes.count}>
      <span aria-hidden="true">{short(unread)}</span>
      <span className="visually-hidden">{m.notices_unread({ count: unread })}</span>
    </span>
  );
}

/** The same on a small screen. */
export function SmallBell() {
  const unread = useUnread();
  const label = unread > 0 ? m.notices_unread({ count: unread }) : m.notices_title();
  return (
    <Indicator
      label={short(unread)}
      disabled={unread === 0}
      size={16}
      offset={7}
      classNames={{ indicator: classes.indicator ?? "" }}
    >
      <ActionIcon variant="subtle" color="gray" size="lg" onClick={open} aria-label={label}>
        <BellIcon size={18} aria-hidden="true" />
      </ActionIcon>
    </Indicator>
  );
}
