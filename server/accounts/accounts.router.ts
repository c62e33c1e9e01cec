import { limited, open, router, staff } from "../trpc.ts";
import { firstAdminSchema, makeFirstAdmin } from "./firstadmin.service.ts";
import { changeOwn, own, ownChangeSchema } from "./own.service.ts";

export const accountsRouter = router({
  /** Who is signed in, or null. */
  me: open.query(({ ctx }) => ctx.agent),
  own: staff().query(({ ctx }) => own(ctx.deps, ctx.agent)),
  changeOwn: staff()
    .input(ownChangeSchema)
    .mutation(({ ctx, input }) => changeOwn(ctx.deps, ctx.agent, input)),
  welcome: limited
    .input(firstAdminSchema)
    .mutation(({ ctx, input }) => makeFirstAdmin(ctx.deps, input)),
});
