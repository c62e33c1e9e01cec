import { z } from "zod";
import { router, staff } from "../trpc.ts";
import { setTier, tiers } from "./customers.service.ts";

export const customersRouter = router({
  setTier: staff("lead", "admin")
    .input(z.object({ customerId: z.uuid(), tier: z.enum(tiers) }))
    .mutation(({ ctx, input }) => setTier(ctx.deps, ctx.agent, input)),
});
