import { Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { Outlet, useLocation } from "@tanstack/react-router";
import { CloudOff } from "lucide-react";
import { useEffect } from "react";
import { m } from "#messages";
import { useCommand, useKeyboard } from "../commands/commands.ts";
import { Palette } from "../commands/Palette.tsx";
import { ShortcutList } from "../commands/ShortcutList.tsx";
import { useIncidentsCommand } from "../incidents/command.ts";
import { useInsightCommand } from "../insight/command.ts";
import { useKnowledgeCommand } from "../knowledge/command.ts";
import { useLeadCommand } from "../lead/command.ts";
import { useNewTicketCommand } from "../newticket/command.ts";
import { NoticePanel } from "../notices/NoticePanel.tsx";
import { OutboxToasts } from "../outbox/OutboxToasts.tsx";
import { useLiveDesk } from "./live.ts";
import { Rail } from "./Rail.tsx";
import classes from "./shell.module.css";
import { TopBar } from "./TopBar.tsx";

/** What stands round every page of the desk. */
export function Shell() {
  const [keysShown, keys] = useDisclosure(false);
  const [railShown, rail] = useDisclosure(false);
  const isNarrow = useMediaQuery("(max-width: 64em)", undefined, {
    getInitialValueInEffect: false,
  });
  const { isLost } = useLiveDesk();
  const { pathname } = useLocation();
  const isOnTicket = /\/queue\/\w+\/\d/.test(pathname);
  useKeyboard();
  useCommand("help", keys.open);
  useIncidentsCommand();
  useInsightCommand();
  useNewTicketCommand();
  useLeadCommand();
  useKnowledgeCommand();
  useEffect(() => {
    if (pathname) rail.close();
  }, [pathname, rail.close]);
  return (
    <div className={classes.shell}>
      {isNarrow ? (
        <>
          <TopBar isOnTicket={isOnTicket} onMenu={rail.open} />
          <Drawer
            opened={railShown}
            onClose={rail.close}
            size={264}
            padding={0}
            withCloseButton={false}
            title={m.console_menu()}
            classNames={{ header: "visually-hidden", body: classes.drawer ?? "" }}
          >
            <Rail onShowKeys={keys.open} />
          </Drawer>
        </>
      ) : (
        <Rail onShowKeys={keys.open} />
      )}
      <div className={classes.content}>
        <div role="status" className={classes.connection}>
          {isLost && (
            <p>
              <CloudOff size={14} aria-hidden="true" />
              {m.console_connection_lost()}
            </p>
          )}
        </div>
        <Outlet />
      </div>
      <Palette />
      <NoticePanel />
      <OutboxToasts />
      <ShortcutList opened={keysShown} onClose={keys.close} />
    </div>
  );
}
