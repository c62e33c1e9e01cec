import { Button, Menu } from "@mantine/core";
import { ChevronDown, UsersRound } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { client, type Ticket } from "../../api.ts";
import { currentLocale } from "../../language.ts";
import { ReasonDialog } from "../../look/ReasonDialog.tsx";
import { teamNameIn, useTeams } from "../../settings/rules/names.ts";
import { refreshTickets, seenOf } from "../seen.ts";

/** The team that has it; handing it to another one is explained in the dialog. */
export function TeamMenu({ ticket }: { ticket: Ticket }) {
  const teams = useTeams();
  const [to, setTo] = useState<string | null>(null);
  const name = ticket.team ? teamNameIn(teams, ticket.team) : m.rules_no_team();
  return (
    <>
      <Menu position="bottom-start" width={240}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<UsersRound size={14} />}
            rightSection={<ChevronDown size={12} />}
            aria-label={m.rules_team_is({ team: name })}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {teams.map((team) => (
            <Menu.Item
              key={team.id}
              disabled={team.id === ticket.team}
              onClick={() => setTo(team.id)}
            >
              {team.name[currentLocale()]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {to && (
        <ReasonDialog
          title={m.rules_change_team_title({ team: teamNameIn(teams, to) })}
          action={m.rules_change_team_do()}
          label={m.rules_change_reason()}
          hint={m.console_priority_reason_hint()}
          onSend={(reason) =>
            client.tickets.changeTeam
              .mutate({ ...seenOf(ticket), team: to, reason })
              .finally(refreshTickets)
          }
          onClose={() => setTo(null)}
        />
      )}
    </>
  );
}
