import { z } from "zod";
import { router, staff } from "../trpc.ts";
import { syncFor, writeLine } from "./sync.service.ts";
import { answerTask, finishTask, giveTask, linkBacklog, tasksFor } from "./tasks.service.ts";
import { askThirdParty, closeThirdParty } from "./thirdparties.service.ts";

const ticketId = z.uuid();
const line = z.string().trim().min(1).max(300);
const text = z.string().trim().min(1).max(5000);
const team = z.string().max(60);

export const teamworkRouter = router({
  tasks: staff()
    .input(z.object({ scope: z.enum(["mine", "team", "all"]) }))
    .query(({ ctx, input }) => tasksFor(ctx.deps, ctx.agent, input.scope)),
  giveTask: staff()
    .input(
      z.object({
        ...{ ticketId, team, title: line, dueAt: z.date() },
        detail: z.string().max(5000).default(""),
        assigneeId: z.string().nullable().default(null),
        reason: z.string().max(500).default(""),
      }),
    )
    .mutation(({ ctx, input }) => giveTask(ctx.deps, ctx.agent, input)),
  linkBacklog: staff()
    .input(z.object({ ticketId, team, title: line, detail: z.string().max(5000).default("") }))
    .mutation(({ ctx, input }) => linkBacklog(ctx.deps, ctx.agent, input)),
  answerTask: staff()
    .input(z.object({ taskId: z.uuid(), text }))
    .mutation(({ ctx, input }) => answerTask(ctx.deps, ctx.agent, input)),
  finishTask: staff()
    .input(z.object({ taskId: z.uuid(), outcome: z.string().max(5000) }))
    .mutation(({ ctx, input }) => finishTask(ctx.deps, ctx.agent, input)),

  askThirdParty: staff()
    .input(z.object({ ticketId, party: line, problem: text, wantedAt: z.date(), points: text }))
    .mutation(({ ctx, input }) => askThirdParty(ctx.deps, ctx.agent, input)),
  closeThirdParty: staff()
    .input(z.object({ recordId: z.uuid(), answer: z.string().max(5000) }))
    .mutation(({ ctx, input }) => closeThirdParty(ctx.deps, ctx.agent, input)),

  sync: staff().query(({ ctx }) => syncFor(ctx.deps, ctx.agent)),
  writeLine: staff()
    .input(z.object({ ticketId, team, text: line }))
    .mutation(({ ctx, input }) => writeLine(ctx.deps, ctx.agent, input)),
});
