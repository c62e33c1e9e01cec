/** What the question after solving does: the answer is found, written or left out. */
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { m } from "#messages";
import { queryClient, type Ticket, trpc } from "../api.ts";
import { refusalOf } from "../refusal.ts";
import { isDone } from "../words/statuses.ts";
import { refreshTickets } from "./seen.ts";

/** Solved, and no article came of it yet: nobody chose, it was put off, or the draft was thrown away. */
export function asksForArticle({ status, captureChoice, drafts, links }: Ticket): boolean {
  if (!isDone(status) || links.length > 0) return false;
  if (captureChoice === "add") return drafts.every(({ state }) => state === "discarded");
  return !captureChoice || captureChoice === "later";
}

async function refreshAll(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.articles.pathKey() });
  await refreshTickets();
}

export function useCapture({ id: ticketId }: Ticket) {
  const navigate = useNavigate();
  const onError = (error: unknown) =>
    void notifications.show({ message: refusalOf(error).message, color: "breached" });
  // Told to the mutations, not to their calls: the question may be gone before the answer comes.
  const told = { onError, onSettled: refreshAll };
  const use = useMutation(
    trpc.articles.use.mutationOptions({
      ...told,
      onSuccess: () => void notifications.show({ message: m.knowledge_used(), color: "met" }),
    }),
  );
  const promote = useMutation(
    trpc.articles.promote.mutationOptions({
      ...told,
      onSuccess: ({ id }) => void navigate({ to: "/knowledge/drafts/$id", params: { id } }),
    }),
  );
  const skip = useMutation(trpc.articles.skip.mutationOptions(told));
  return {
    isBusy: use.isPending || promote.isPending || skip.isPending,
    isWriting: promote.isPending,
    use: (articleId: string) => use.mutate({ ticketId, articleId }),
    write: () => promote.mutate({ ticketId }),
    skip: (reason: string) => skip.mutate({ ticketId, reason }),
    later: () => skip.mutate({ ticketId, reason: "", later: true }),
  };
}
