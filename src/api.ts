/** The server as its pages reach it: typed by its router, in the reader's language. */
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import type { Locale } from "../content/schema.ts";
import type { AppRouter } from "../server/router.ts";

/** Milliseconds after which an answer is no longer expected. */
const patience = 20_000;

/** @throws TRPCClientError: with `data.problem` when the server refused, without when nobody answered. */
export function api(locale: Locale) {
  const link = httpLink({
    url: "/api/trpc",
    transformer: superjson,
    headers: { "x-locale": locale },
    fetch: (url, init) =>
      fetch(url, { ...init, signal: AbortSignal.timeout(patience) } as RequestInit),
  });
  return createTRPCClient<AppRouter>({ links: [link] });
}

export type Api = ReturnType<typeof api>;
