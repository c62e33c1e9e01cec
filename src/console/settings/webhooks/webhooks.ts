/** Webhooks as the page reads and changes them. */
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";

/** A delivery takes a moment: what is under way is looked at again. */
const againMs = 3000;

export function useWebhooks() {
  return useQuery({
    ...trpc.webhooks.list.queryOptions(),
    refetchInterval: ({ state }) =>
      state.data?.webhooks.some(({ last }) => last && !last.doneAt) ? againMs : false,
  });
}

export type Webhook = NonNullable<ReturnType<typeof useWebhooks>["data"]>["webhooks"][number];

/** What the page can do; a refusal is shown where nothing else shows it. */
export function useWebhookDeeds() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: trpc.webhooks.pathKey() });
  const onError = (error: unknown) =>
    void notifications.show({ color: "red", message: refusalOf(error).message });
  return {
    create: useMutation(trpc.webhooks.create.mutationOptions({ onSuccess })),
    save: useMutation(trpc.webhooks.save.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.webhooks.remove.mutationOptions({ onSuccess, onError })),
    test: useMutation(trpc.webhooks.test.mutationOptions({ onSuccess, onError })),
    sendAgain: useMutation(trpc.webhooks.sendAgain.mutationOptions({ onSuccess, onError })),
  };
}
