import { ActionIcon, Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  Building2,
  ClipboardList,
  Eye,
  EyeOff,
  GitMerge,
  LifeBuoy,
  ListPlus,
  Plus,
  Siren,
} from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { useDeeds, useIncidentOf } from "../../incidents/incidents.ts";
import { useMe } from "../../session/session.ts";
import { isDone } from "../../words/statuses.ts";
import { MergeDialog } from "../incident/MergeDialog.tsx";
import { AskForHelp } from "./AskForHelp.tsx";
import { AskThirdParty } from "./AskThirdParty.tsx";
import { GiveTask } from "./GiveTask.tsx";
import { LinkBacklog } from "./LinkBacklog.tsx";
import { refreshWork } from "./refresh.ts";

const dialogs = {
  task: GiveTask,
  thirdParty: AskThirdParty,
  help: AskForHelp,
  backlog: LinkBacklog,
  merge: MergeDialog,
};

/** What can be begun on a ticket: work for others, a question outside, a step up, following it. */
export function AddMenu({ ticket }: { ticket: Ticket }) {
  const [shown, show] = useState<keyof typeof dialogs | null>(null);
  const me = useMe();
  const follow = useMutation(trpc.escalation.follow.mutationOptions({ onSettled: refreshWork }));
  const unfollow = useMutation(
    trpc.escalation.unfollow.mutationOptions({ onSettled: refreshWork }),
  );
  const { ladder } = ticket.work;
  const follows = ladder.watchers.some(({ userId }) => userId === me.id);
  const done = isDone(ticket.status);
  const Dialog = shown && dialogs[shown];
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={m.work_add()}>
            <Plus size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!done && (
            <>
              <Menu.Item leftSection={<ClipboardList size={16} />} onClick={() => show("task")}>
                {m.work_task_give()}
              </Menu.Item>
              <Menu.Item leftSection={<Building2 size={16} />} onClick={() => show("thirdParty")}>
                {m.work_third_ask()}
              </Menu.Item>
              {ladder.canClimb && (
                <Menu.Item leftSection={<LifeBuoy size={16} />} onClick={() => show("help")}>
                  {m.work_help_ask()}
                </Menu.Item>
              )}
            </>
          )}
          {ticket.kind === "suggestion" && (
            <Menu.Item leftSection={<ListPlus size={16} />} onClick={() => show("backlog")}>
              {m.work_backlog_link()}
            </Menu.Item>
          )}
          {ticket.mergedInto === null && (
            <Menu.Item leftSection={<GitMerge size={16} />} onClick={() => show("merge")}>
              {m.incidents_merge()}
            </Menu.Item>
          )}
          {!done && <OpenIncident ticket={ticket} />}
          <Menu.Item
            leftSection={follows ? <EyeOff size={16} /> : <Eye size={16} />}
            onClick={() => (follows ? unfollow : follow).mutate({ ticketId: ticket.id })}
          >
            {follows ? m.work_unfollow() : m.work_follow()}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {Dialog && <Dialog ticket={ticket} onClose={() => show(null)} />}
    </>
  );
}

/** One problem seems to be behind it: whoever decides opens an incident, others propose one. */
function OpenIncident({ ticket }: { ticket: Ticket }) {
  const { openByHand } = useDeeds();
  const { data } = useIncidentOf(ticket.id);
  const navigate = useNavigate();
  if (!data || data.incident) return null;
  // The menu is gone before the answer is there.
  const open = () =>
    openByHand.mutateAsync({ ticketId: ticket.id }).then(
      ({ number }) => navigate({ to: "/incidents/$number", params: { number: String(number) } }),
      () => {},
    );
  return (
    <Menu.Item leftSection={<Siren size={16} />} onClick={() => void open()}>
      {m.incidents_open_by_hand()}
    </Menu.Item>
  );
}
