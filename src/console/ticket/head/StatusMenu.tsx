import { Button, Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { useCommand } from "../../commands/commands.ts";
import { isDone, statuses, statusOf } from "../../words/statuses.ts";
import type { Draft } from "../composer/drafts.ts";
import type { ComposerState } from "../composer/useComposer.ts";

type Props = { ticket: Ticket; composer: ComposerState; onReopen: () => void };

const replies: Draft["next"][] = ["open", "waiting_customer", "waiting_third_party"];

/**
 * The state and where it can go. A state changes with what the customer is told: a choice opens the
 * composer with that ending, and solving asks for the cause.
 */
export function StatusMenu({ ticket, composer, onReopen }: Props) {
  const [opened, setOpened] = useState(false);
  useCommand("status", () => setOpened(true));
  const { icon: Icon, label } = statusOf(ticket.status);
  const done = isDone(ticket.status);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<Icon size={14} />}
          rightSection={<ChevronDown size={12} />}
          aria-label={m.console_status_is({ status: label() })}
        >
          {label()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {done ? (
          <Menu.Item leftSection={<statuses.open.icon size={16} />} onClick={onReopen}>
            {m.console_reopen()}
          </Menu.Item>
        ) : (
          <>
            <Menu.Label>{m.console_status_by_reply()}</Menu.Label>
            {replies
              .filter((status) => status !== ticket.status)
              .map((status) => {
                const { icon: StatusIcon, label: name } = statuses[status];
                return (
                  <Menu.Item
                    key={status}
                    leftSection={<StatusIcon size={16} />}
                    onClick={() => composer.show("reply", { next: status })}
                  >
                    {name()}
                  </Menu.Item>
                );
              })}
            <Menu.Divider />
            <Menu.Item
              leftSection={<statuses.solved.icon size={16} />}
              onClick={() => composer.show("resolve")}
            >
              {m.console_resolve_with_cause()}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
