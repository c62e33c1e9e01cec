import { z } from "zod";
import { router, staff } from "../trpc.ts";
import { countries, holidaysOf } from "./holidays.service.ts";
import { running, startRecompute } from "./recompute.service.ts";

const manager = staff("lead", "admin");
const code = z.string().regex(/^[A-Za-z0-9-]{1,8}$/);

export const slaRouter = router({
  /** Open tickets by version of the settings, and how far the last recompute is. */
  running: manager.query(({ ctx }) => running(ctx.deps)),
  recompute: manager
    .input(z.object({ version: z.int().positive() }))
    .mutation(({ ctx, input }) => startRecompute(ctx.deps, ctx.agent, input.version)),
  countries: manager.query(({ ctx }) => countries(ctx.locale)),
  holidays: manager
    .input(z.object({ country: code, year: z.int().min(2000).max(2100) }))
    .query(({ input }) => holidaysOf({ country: input.country }, input.year)),
});
