import { limited, open, router } from "../trpc.ts";
import { firstAdminSchema, makeFirstAdmin } from "./firstadmin.service.ts";

export const accountsRouter = router({
  /** Who is signed in, or null. */
  me: open.query(({ ctx }) => ctx.agent),
  welcome: limited
    .input(firstAdminSchema)
    .mutation(({ ctx, input }) => makeFirstAdmin(ctx.deps, input)),
});
