import { useQuery } from "@tanstack/react-query";
import type { SlaBook } from "../../../../server/sla/book.ts";
import { trpc } from "../../api.ts";

/** The settings a ticket is timed by; undefined while they load. A version never changes. */
export const useBook = (version: number): SlaBook | undefined =>
  useQuery(trpc.settings.book.queryOptions({ version }, { staleTime: Number.POSITIVE_INFINITY }))
    .data;
