/** What is done to a ticket with one click or key. */
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { queryClient, type Ticket, trpc } from "../api.ts";
import { refusalOf } from "../refusal.ts";
import { refreshTickets, seenOf } from "./seen.ts";

function explain(error: unknown): void {
  notifications.show({ message: refusalOf(error).message, color: "breached", autoClose: 8000 });
}

const told = { onError: explain, onSettled: refreshTickets };

/** Shows a change before the server has confirmed it, and takes it back if it is refused. */
function optimistic(ticket: Ticket, change: Partial<Ticket>) {
  const queryKey = trpc.tickets.get.queryKey({ number: ticket.number });
  queryClient.setQueryData(queryKey, (now) => now && { ...now, ...change });
  return () => queryClient.setQueryData(queryKey, ticket);
}

export function useTicketActions(ticket: Ticket) {
  const acknowledge = useMutation(trpc.tickets.acknowledge.mutationOptions(told));
  const reopen = useMutation(trpc.tickets.reopen.mutationOptions(told));
  const assign = useMutation(trpc.tickets.assign.mutationOptions({ onSettled: refreshTickets }));
  return {
    isBusy: acknowledge.isPending || reopen.isPending,
    acknowledge: () => acknowledge.mutate(seenOf(ticket)),
    reopen: () => reopen.mutate(seenOf(ticket)),
    assign(assigneeId: string | null) {
      const person = ticket.people.find(({ id }) => id === assigneeId);
      const assignee = person ? { id: person.id, name: person.name } : null;
      const takeBack = optimistic(ticket, { assignee });
      assign.mutate(
        { ...seenOf(ticket), assigneeId },
        {
          onError(error) {
            takeBack();
            explain(error);
          },
        },
      );
    },
  };
}
