import { Button, Combobox, useCombobox } from "@mantine/core";
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

const nobody = "nobody";

/** Who has the ticket, and who could; oneself first. */
export function OwnerMenu({ ticket, onAssign }: Props) {
  const [search, setSearch] = useState("");
  const box = useCombobox({
    onDropdownOpen: () => box.focusSearchInput(),
    onDropdownClose: () => {
      box.resetSelectedOption();
      box.focusTarget();
      setSearch("");
    },
  });
  useCommand("assign", () => box.openDropdown());
  const { assignee } = ticket;
  const choose = (id: string) => {
    onAssign(id === nobody ? null : id);
    box.closeDropdown();
  };
  return (
    <Combobox store={box} position="bottom-start" width={260} onOptionSubmit={choose}>
      <Combobox.Target targetType="button">
        <Button
          variant="subtle"
          color="gray"
          leftSection={
            assignee ? <Person name={assignee.name} size={18} /> : <UserRoundX size={14} />
          }
          rightSection={<ChevronDown size={12} />}
          aria-label={m.console_owner_is({ name: assignee?.name ?? m.console_nobody() })}
          onClick={() => box.toggleDropdown()}
        >
          {assignee?.name ?? m.console_nobody()}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            box.selectFirstOption();
          }}
          placeholder={m.console_assign_search()}
          aria-label={m.console_assign_search()}
        />
        <Choices ticket={ticket} wanted={search.trim().toLowerCase()} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Choices({ ticket, wanted }: { ticket: Ticket; wanted: string }) {
  const me = useMe();
  const { assignee } = ticket;
  const people = ticket.people
    .filter(({ id, name }) => id !== assignee?.id && name.toLowerCase().includes(wanted))
    .sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id));
  return (
    <Combobox.Options aria-label={m.console_key_assign()}>
      {people.map(({ id, name, role }) => (
        <Combobox.Option key={id} value={id} className={classes.option ?? ""}>
          <Person name={name} size={20} />
          <span>{name}</span>
          <span className={classes.aside}>{id === me.id ? m.console_me() : roleName(role)}</span>
        </Combobox.Option>
      ))}
      {assignee && !wanted && (
        <Combobox.Option value={nobody} className={classes.option ?? ""}>
          <UserRoundX size={18} aria-hidden="true" />
          <span>{m.console_assign_nobody()}</span>
        </Combobox.Option>
      )}
      {people.length === 0 && <Combobox.Empty>{m.console_nothing_found()}</Combobox.Empty>}
    </Combobox.Options>
  );
}
