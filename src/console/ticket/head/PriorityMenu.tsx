import { Button, Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Priority } from "../../../../server/sla/log.ts";
import type { Ticket } from "../../api.ts";
import { priorities, priorityIds, priorityName } from "../../words/grades.ts";
import classes from "./head.module.css";
import { PriorityDialog } from "./PriorityDialog.tsx";

/** The grade; another one is chosen here and explained in the dialog. */
export function PriorityMenu({ ticket }: { ticket: Ticket }) {
  const [to, setTo] = useState<Priority | null>(null);
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            rightSection={<ChevronDown size={12} />}
            aria-label={m.console_priority_is({ priority: priorityName(ticket.priority) })}
          >
            <b className={classes.grade}>{ticket.priority}</b>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {priorityIds.map((priority) => (
            <Menu.Item
              key={priority}
              disabled={priority === ticket.priority}
              leftSection={<b className={classes.grade}>{priority}</b>}
              onClick={() => setTo(priority)}
            >
              {priorities[priority]()}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {to && <PriorityDialog ticket={ticket} to={to} onClose={() => setTo(null)} />}
    </>
  );
}
