/** The signed-in person's notices, as every bell and list of the desk reads them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type Notice, trpc } from "../api.ts";

export function useUnread(): number {
  return useQuery(trpc.notices.unread.queryOptions()).data ?? 0;
}

/** Read while the list is open: the unread first, each part newest first. */
export function useNotices(isOpen: boolean) {
  const list = useInfiniteQuery({
    ...trpc.notices.mine.infiniteQueryOptions({}, { getNextPageParam: ({ next }) => next }),
    enabled: isOpen,
  });
  const notices = list.data && distinct(list.data.pages.flatMap((page) => page.notices));
  return { ...list, notices };
}

/** One that was read between two pages stands on both. */
const distinct = (notices: Notice[]): Notice[] => [
  ...new Map(notices.map((notice) => [notice.id, notice])).values(),
];

export function useRead() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.notices.pathKey() });
  return useMutation(trpc.notices.read.mutationOptions({ onSuccess: refresh })).mutate;
}

/** Whoever opens a ticket has seen what was to be told of it. */
export function useTicketSeen(number: string | undefined): void {
  const unread = useUnread();
  const read = useRead();
  const latest = useRef({ unread, read });
  latest.current = { unread, read };
  useEffect(() => {
    if (latest.current.unread > 0 && /^\d{1,9}$/.test(number ?? ""))
      latest.current.read({ number: Number(number) });
  }, [number]);
}
