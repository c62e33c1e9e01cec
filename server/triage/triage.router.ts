import { z } from "zod";
import { router, staff } from "../trpc.ts";
import { changeMember, members, presences } from "./members.service.ts";
import { tryOut, why } from "./trial.service.ts";

export const triageRouter = router({
  /** Why a ticket has its grade and team. */
  why: staff()
    .input(z.object({ ticketId: z.uuid() }))
    .query(({ ctx, input }) => why(ctx.deps, ctx.agent, input.ticketId)),
  members: staff("lead", "admin").query(({ ctx }) => members(ctx.deps, ctx.agent)),
  changeMember: staff("lead", "admin")
    .input(
      z.object({
        userId: z.string(),
        team: z.string().max(60).optional(),
        skills: z.array(z.string().min(1).max(60)).max(30).optional(),
        presence: z.enum(presences).optional(),
        maxLoad: z.int().min(0).max(500).optional(),
      }),
    )
    .mutation(({ ctx, input }) => changeMember(ctx.deps, ctx.agent, input)),
  /** Changes nothing; a mutation because a rule set is too long for an address. */
  tryOut: staff("lead", "admin")
    .input(z.object({ triage: z.unknown(), teams: z.unknown() }).partial())
    .mutation(({ ctx, input }) => tryOut(ctx.deps, ctx.agent, input)),
});
