import { z } from "zod";
import { router, staff } from "../trpc.ts";
import {
  createWebhook,
  deliveries,
  removeWebhook,
  saveWebhook,
  sendAgain,
  testWebhook,
  webhookSchema,
  webhooks,
} from "./manage.service.ts";
import { webhookEvents } from "./webhookevents.ts";

const one = z.object({ id: z.uuid() });
const admin = staff("admin");

export const webhooksRouter = router({
  list: admin.query(async ({ ctx }) => ({
    webhooks: await webhooks(ctx.deps),
    events: [...webhookEvents],
  })),
  create: admin
    .input(webhookSchema)
    .mutation(({ ctx, input }) => createWebhook(ctx.deps, ctx.agent, input)),
  save: admin
    .input(webhookSchema.extend({ id: z.uuid(), active: z.boolean() }))
    .mutation(({ ctx, input }) => saveWebhook(ctx.deps, ctx.agent, input)),
  remove: admin
    .input(one)
    .mutation(({ ctx, input }) => removeWebhook(ctx.deps, ctx.agent, input.id)),
  test: admin.input(one).mutation(({ ctx, input }) => testWebhook(ctx.deps, ctx.agent, input.id)),
  deliveries: admin
    .input(one.extend({ cursor: z.bigint().nullish() }))
    .query(({ ctx, input }) => deliveries(ctx.deps, input.id, input.cursor ?? null)),
  sendAgain: admin
    .input(z.object({ id: z.bigint() }))
    .mutation(({ ctx, input }) => sendAgain(ctx.deps, ctx.agent, input.id)),
});
