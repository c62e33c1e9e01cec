import { z } from "zod";
import { router, staff } from "../trpc.ts";
import { decide, follow, openReviews, unfollow } from "./escalation.service.ts";
import { onCallDesk } from "./handover.service.ts";
import { escalateByHand } from "./help.service.ts";

const ticket = z.object({ ticketId: z.uuid() });

export const escalationRouter = router({
  /** People who can be put on call, and who has handed over to whom lately. */
  onCall: staff("lead", "admin").query(({ ctx }) => onCallDesk(ctx.deps)),
  askForHelp: staff()
    .input(ticket.extend({ reason: z.string().trim().max(2000).default("") }))
    .mutation(({ ctx, input }) =>
      escalateByHand(ctx.deps, ctx.agent, input.ticketId, input.reason),
    ),
  decide: staff()
    .input(ticket.extend({ decision: z.string().max(5000) }))
    .mutation(({ ctx, input }) => decide(ctx.deps, ctx.agent, input)),
  reviews: staff().query(({ ctx }) => openReviews(ctx.deps, ctx.agent)),
  follow: staff()
    .input(ticket)
    .mutation(({ ctx, input }) => follow(ctx.deps, ctx.agent, input.ticketId)),
  unfollow: staff()
    .input(ticket)
    .mutation(({ ctx, input }) => unfollow(ctx.deps, ctx.agent, input.ticketId)),
});
