import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Filter } from "../../../server/insight/period.ts";
import { type client, trpc } from "../api.ts";
import { every } from "../patience.ts";

export type Overview = Awaited<ReturnType<typeof client.insight.overview.query>>;
export type { Count, MeasureId, RateId, Share } from "../../../server/insight/measures.ts";

/** How often what is shown is read again. */
export const everyMinute = every(60_000);

export type Rhythm = Awaited<ReturnType<typeof client.insight.rhythm.query>>;

/** Whether customers hear of the desk. */
export const useRhythm = (filter: Filter) =>
  useQuery({
    ...trpc.insight.rhythm.queryOptions(filter),
    placeholderData: keepPreviousData,
    refetchInterval: every(300_000),
  });

/** Every number of the page; read again each minute and whenever the reader comes back to it. */
export type Promised = Awaited<ReturnType<typeof client.insight.promises.query>>;

/** Every commitment by priority, and how long things took. */
export const usePromises = (filter: Filter) =>
  useQuery({
    ...trpc.insight.promises.queryOptions(filter),
    placeholderData: keepPreviousData,
    refetchInterval: everyMinute,
  });

export const useOverview = (filter: Filter) =>
  useQuery({
    ...trpc.insight.overview.queryOptions(filter),
    placeholderData: keepPreviousData,
    refetchInterval: everyMinute,
    refetchOnWindowFocus: true,
  });
