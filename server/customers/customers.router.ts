import { z } from "zod";
import { router, staff } from "../trpc.ts";
import { find, setTier, tiers } from "./customers.service.ts";

export const customersRouter = router({
  find: staff()
    .input(z.object({ text: z.string().max(200) }))
    .query(({ ctx, input }) => find(ctx.deps, input.text)),
  setTier: staff("lead", "admin")
    .input(z.object({ customerId: z.uuid(), tier: z.enum(tiers) }))
    .mutation(({ ctx, input }) => setTier(ctx.deps, ctx.agent, input)),
});
