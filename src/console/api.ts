/** The one way to the server: typed calls, cached reads, live changes. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
} from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import superjson from "superjson";
import type { AppRouter } from "../../server/router.ts";
import { currentLocale } from "./language.ts";
import { heardAgain, untilItIsBack } from "./patience.ts";
import { refusalOf } from "./refusal.ts";
import { heardServerTime } from "./time/now.ts";

const url = "/api/trpc";

async function listeningFetch(input: URL | RequestInfo, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  heardServerTime(response.headers.get("date"));
  return response;
}

export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === "subscription",
      true: httpSubscriptionLink({ url, transformer: superjson }),
      false: httpBatchLink({
        url,
        // Many changes at once ask for many things at once; a server takes no longer address.
        maxURLLength: 8000,
        transformer: superjson,
        fetch: listeningFetch as typeof fetch,
        headers: () => ({ "x-locale": currentLocale() }),
      }),
    }),
  ],
});

/** A session that ended shows the sign-in page in place; drafts and the address stay. */
function onRefusal(error: unknown): void {
  if (refusalOf(error).code !== "sign_in_required") return;
  queryClient.setQueryData(trpc.accounts.me.queryKey(), null);
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: onRefusal,
    onSuccess: (_, query) => heardAgain(query),
  }),
  mutationCache: new MutationCache({ onError: onRefusal }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchInterval: untilItIsBack,
      // What the server refuses it will refuse again; only a lost connection is worth another try.
      retry: (failures, error) =>
        failures < 2 && error instanceof TRPCClientError && error.data === undefined,
    },
  },
});

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

type Output = inferRouterOutputs<AppRouter>;
export type Me = NonNullable<Output["accounts"]["me"]>;
export type QueueRow = Output["tickets"]["queue"]["tickets"][number];
export type Ticket = Output["tickets"]["get"];
export type Message = Ticket["messages"][number];
export type TicketEvent = Ticket["events"][number];
export type StoredFile = Message["attachments"][number];
export type Preferences = Output["notices"]["preferences"];
export type Notice = Output["notices"]["mine"]["notices"][number];
export type TaskRow = Output["teamwork"]["tasks"]["tasks"][number];
export type SyncRow = Output["teamwork"]["sync"]["rows"][number];
export type ReviewRow = Output["escalation"]["reviews"][number];
export type StoredClock = Ticket["clocks"][number];
