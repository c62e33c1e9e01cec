import { z } from "zod";
import { router, staff } from "../trpc.ts";
import { myNotices, myPreferences, read, savePreferences, unreadCount } from "./inbox.service.ts";
import { preferencesSchema } from "./preferences.ts";

const which = z.union([
  z.object({ id: z.bigint() }),
  z.object({ number: z.int() }),
  z.object({ upTo: z.bigint() }),
]);

export const noticesRouter = router({
  mine: staff()
    .input(z.object({ cursor: z.object({ unread: z.boolean(), id: z.bigint() }).nullish() }))
    .query(({ ctx, input }) => myNotices(ctx.deps, ctx.agent, input.cursor ?? null)),
  unread: staff().query(({ ctx }) => unreadCount(ctx.deps, ctx.agent)),
  /** One, those about a ticket, or all up to the newest that was seen. */
  read: staff()
    .input(which)
    .mutation(({ ctx, input }) => read(ctx.deps, ctx.agent, input)),
  /**
   * What I see changed: a ticket, or my notices. One stream for both, because a browser keeps only a
   * few connections to one server.
   */
  changes: staff().subscription(async function* ({ ctx, signal }) {
    for await (const { kind, id } of ctx.deps.live.changes(signal!)) {
      if (kind === "ticket" || kind === "incident" || (kind === "notice" && id === ctx.agent.id))
        yield kind;
    }
  }),
  preferences: staff().query(({ ctx }) => myPreferences(ctx.deps, ctx.agent)),
  savePreferences: staff()
    .input(preferencesSchema)
    .mutation(({ ctx, input }) => savePreferences(ctx.deps, ctx.agent, input)),
});
