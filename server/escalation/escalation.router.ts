import { router, staff } from "../trpc.ts";
import { onCallDesk } from "./handover.service.ts";

export const escalationRouter = router({
  /** People who can be put on call, and who has handed over to whom lately. */
  onCall: staff("lead", "admin").query(({ ctx }) => onCallDesk(ctx.deps)),
});
