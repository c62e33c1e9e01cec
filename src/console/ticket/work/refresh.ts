import type { TRPCClientErrorLike } from "@trpc/client";
import type { AppRouter } from "../../../../server/router.ts";
import { queryClient, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { refreshTickets } from "../seen.ts";

type Failed = { error: TRPCClientErrorLike<AppRouter> | null };

/** What is read again when somebody did something about a case: the ticket, and the lists beside it. */
export async function refreshWork(): Promise<void> {
  await refreshTickets();
  await queryClient.invalidateQueries({ queryKey: trpc.teamwork.pathKey() });
  await queryClient.invalidateQueries({ queryKey: trpc.escalation.pathKey() });
}

/** Why it was refused, in words; empty while it wasn't. */
export const whyNot = ({ error }: Failed): string => (error ? refusalOf(error).message : "");
