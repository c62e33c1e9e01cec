import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type client, trpc } from "../api.ts";
import { every } from "../patience.ts";

export type Board = Awaited<ReturnType<typeof client.lead.board.query>>;
export type Load = Awaited<ReturnType<typeof client.lead.load.query>>;

export type Week = Awaited<ReturnType<typeof client.lead.week.query>>;

export const useWeek = () => useQuery(trpc.lead.week.queryOptions());

// Time alone makes things late, so it is read again even where nothing happens.
const live = { placeholderData: keepPreviousData, refetchOnWindowFocus: true } as const;

export const useBoard = () =>
  useQuery({ ...trpc.lead.board.queryOptions(), ...live, refetchInterval: every(30_000) });

export const useLoad = () =>
  useQuery({ ...trpc.lead.load.queryOptions(), ...live, refetchInterval: every(60_000) });
