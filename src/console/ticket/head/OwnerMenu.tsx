import { Button, Menu } from "@mantine/core";
import { ChevronDown, UserRoundX } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { useCommand } from "../../commands/commands.ts";
import { Person } from "../../look/Person.tsx";
import { useMe } from "../../session/session.ts";
import { roleName } from "../../words/roles.ts";
import classes from "./head.module.css";

type Props = { ticket: Ticket; onAssign: (id: string | null) => void };

/** Who has the ticket; oneself first. */
export function OwnerMenu({ ticket, onAssign }: Props) {
  const me = useMe();
  const [opened, setOpened] = useState(false);
  const [search, setSearch] = useState("");
  useCommand("assign", () => setOpened(true));
  const { assignee } = ticket;
  const wanted = search.trim().toLowerCase();
  const people = ticket.people
    .filter(({ id, name }) => id !== assignee?.id && name.toLowerCase().includes(wanted))
    .sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id));
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={260}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={
            assignee ? <Person name={assignee.name} size={18} /> : <UserRoundX size={14} />
          }
          rightSection={<ChevronDown size={12} />}
          aria-label={m.console_owner_is({ name: assignee?.name ?? m.console_nobody() })}
        >
          {assignee?.name ?? m.console_nobody()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={m.console_assign_search()}
          aria-label={m.console_assign_search()}
        />
        {people.map(({ id, name, role }) => (
          <Menu.Item
            key={id}
            leftSection={<Person name={name} size={20} />}
            rightSection={
              <span className={classes.aside}>
                {id === me.id ? m.console_me() : roleName(role)}
              </span>
            }
            onClick={() => onAssign(id)}
          >
            {name}
          </Menu.Item>
        ))}
        {assignee && !wanted && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<UserRoundX size={16} />} onClick={() => onAssign(null)}>
              {m.console_assign_nobody()}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
