import { z } from "zod";
import { kindSchema, prioritySchema } from "../sla/log.ts";
import { MILESTONES } from "../sla/metrics.ts";
import { limited, open, router, staff } from "../trpc.ts";
import { openFor } from "./behalf.service.ts";
import { staffChannelSchema } from "./channels.ts";
import { closeWithPlan, solve } from "./closing.service.ts";
import { askNewLink, judge, nudge, write } from "./customer.service.ts";
import { acknowledge, assign, note, reopen } from "./desk.service.ts";
import { tokenSchema as token } from "./link.ts";
import { merge } from "./merge.service.ts";
import { tellMilestone } from "./milestone.service.ts";
import { finishStage } from "./procedure.service.ts";
import { queueViews } from "./queue.repo.ts";
import { noteOpened, noteRead } from "./receipts.service.ts";
import { changeKind, changePriority, changeTeam, refile } from "./refile.service.ts";
import { reply } from "./reply.service.ts";
import { replyStates } from "./replying.ts";
import { submissionSchema } from "./submission.ts";
import { purposeSchema } from "./templates.ts";
import { causeTagSchema } from "./ticket.ts";
import { queue, ticketForCustomer, ticketForDesk } from "./view.service.ts";

const seen = z.object({ ticketId: z.uuid(), version: z.int() });
const text = z.string().trim().min(1).max(50_000);
const files = z.array(z.uuid()).max(10).default([]);
const why = seen.extend({ reason: z.string().max(500) });
const id = z.string().max(60);

export const ticketsRouter = router({
  queue: staff()
    .input(z.object({ view: z.enum(queueViews), text: z.string().max(200).default("") }))
    .query(({ ctx, input }) => queue(ctx.deps, ctx.agent, input)),
  get: staff()
    .input(z.object({ number: z.int() }))
    .query(({ ctx, input }) => ticketForDesk(ctx.deps, ctx.agent, input.number)),
  /** Ids of tickets that changed, as they change. */
  changes: staff().subscription(async function* ({ ctx, signal }) {
    for await (const change of ctx.deps.live.changes(signal!)) {
      if (change.kind === "ticket") yield change.id;
    }
  }),
  /** For a customer who called, came by, or was written about. */
  openFor: staff()
    .input(
      z.object({
        submission: submissionSchema,
        channel: staffChannelSchema,
        told: z.string().max(50_000),
        promiseAt: z.date().nullable(),
        replyKey: z.uuid(),
      }),
    )
    .mutation(({ ctx, input }) => openFor(ctx.deps, ctx.agent, input)),
  reply: staff()
    .input(
      seen.extend({
        key: z.uuid(),
        body: text,
        files,
        promiseAt: z.date().nullable(),
        next: z.enum(replyStates),
        purpose: purposeSchema.nullish(),
        substantive: z.boolean().optional(),
        full: z.boolean().optional(),
        delay: z.object({ reason: z.string().max(2000) }).nullish(),
        plan: z.object({ text: z.string().max(2000), link: z.string().max(500) }).nullish(),
      }),
    )
    .mutation(({ ctx, input }) => reply(ctx.deps, ctx.agent, input)),
  note: staff()
    .input(seen.extend({ key: z.uuid(), body: text, files }))
    .mutation(({ ctx, input }) => note(ctx.deps, ctx.agent, input)),
  /** It is on somebody's screen. */
  opened: staff()
    .input(z.object({ ticketId: z.uuid() }))
    .mutation(({ ctx, input }) => noteOpened(ctx.deps, ctx.agent, input.ticketId)),
  acknowledge: staff()
    .input(seen)
    .mutation(({ ctx, input }) => acknowledge(ctx.deps, ctx.agent, input)),
  assign: staff()
    .input(seen.extend({ assigneeId: z.string().nullable() }))
    .mutation(({ ctx, input }) => assign(ctx.deps, ctx.agent, input)),
  changePriority: staff()
    .input(why.extend({ priority: prioritySchema }))
    .mutation(({ ctx, input }) => changePriority(ctx.deps, ctx.agent, input)),
  changeKind: staff()
    .input(why.extend({ kind: kindSchema }))
    .mutation(({ ctx, input }) => changeKind(ctx.deps, ctx.agent, input)),
  changeTeam: staff()
    .input(why.extend({ team: id }))
    .mutation(({ ctx, input }) => changeTeam(ctx.deps, ctx.agent, input)),
  refile: staff()
    .input(
      why.extend({
        category: id,
        module: id,
        flags: z.array(id).max(20),
        kind: kindSchema.optional(),
      }),
    )
    .mutation(({ ctx, input }) => refile(ctx.deps, ctx.agent, input)),
  solve: staff()
    .input(
      seen.extend({
        key: z.uuid(),
        body: z.string().max(50_000),
        causeTag: z.union([causeTagSchema, z.literal("")]),
        causeNote: z.string().max(2000).default(""),
        need: z.string().max(2000).default(""),
      }),
    )
    .mutation(({ ctx, input }) => solve(ctx.deps, ctx.agent, input)),
  closeWithPlan: staff()
    .input(
      seen.extend({
        key: z.uuid(),
        planText: z.string().max(2000),
        planLink: z.string().max(500),
      }),
    )
    .mutation(({ ctx, input }) => closeWithPlan(ctx.deps, ctx.agent, input)),
  reopen: staff()
    .input(seen)
    .mutation(({ ctx, input }) => reopen(ctx.deps, ctx.agent, input)),
  merge: staff()
    .input(seen.extend({ other: z.int().positive(), sure: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => merge(ctx.deps, ctx.agent, input)),
  finishStage: staff()
    .input(
      z.object({
        ticketId: z.uuid(),
        position: z.int().nonnegative(),
        notes: z.record(z.string(), z.union([z.string().max(5000), z.boolean(), z.int()])),
      }),
    )
    .mutation(({ ctx, input }) => finishStage(ctx.deps, ctx.agent, input)),
  tellMilestone: staff()
    .input(z.object({ ticketId: z.uuid(), name: z.enum(MILESTONES) }))
    .mutation(({ ctx, input }) => tellMilestone(ctx.deps, ctx.agent, input)),

  /** The customer's side of one ticket, by signed link. */
  status: open
    .input(z.object({ token }))
    .query(({ ctx, input }) => ticketForCustomer(ctx.deps, input.token)),
  write: limited
    .input(z.object({ token, key: z.uuid(), body: text, files }))
    .mutation(({ ctx, input }) => write(ctx.deps, input.token, input)),
  /** The last answer is on the customer's screen. */
  read: limited
    .input(z.object({ token }))
    .mutation(({ ctx, input }) => noteRead(ctx.deps, input.token)),
  nudge: limited
    .input(z.object({ token }))
    .mutation(({ ctx, input }) => nudge(ctx.deps, input.token)),
  judge: limited
    .input(z.object({ token, solved: z.boolean() }))
    .mutation(({ ctx, input }) => judge(ctx.deps, input.token, input.solved)),
  newLink: limited
    .input(z.object({ token }))
    .mutation(({ ctx, input }) => askNewLink(ctx.deps, input.token)),
});
