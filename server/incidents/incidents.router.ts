import { z } from "zod";
import { causeTagSchema } from "../tickets/ticket.ts";
import { router, staff } from "../trpc.ts";
import { addTickets, removeTickets, switchBanner, writeTexts } from "./contents.service.ts";
import { accept, dismiss, openByHand, reopen, resolve } from "./deciding.service.ts";
import { bannerSchema, titleSchema, updateTextSchema } from "./incident.ts";
import { sendAgain, solveAll, tellAll } from "./telling.service.ts";
import { incidentOfTicket, incidentPage, incidents } from "./view.service.ts";

const incidentId = z.uuid();
const ticketId = z.uuid();
const seen = z.object({ incidentId, version: z.int() });
const told = z.object({ incidentId, key: z.uuid(), text: updateTextSchema });
const some = z.object({ incidentId, ticketIds: z.array(ticketId).min(1).max(1000) });

export const incidentsRouter = router({
  list: staff().query(({ ctx }) => incidents(ctx.deps, ctx.agent)),
  get: staff()
    .input(z.object({ number: z.int() }))
    .query(({ ctx, input }) => incidentPage(ctx.deps, ctx.agent, input.number)),
  ofTicket: staff()
    .input(z.object({ ticketId }))
    .query(({ ctx, input }) => incidentOfTicket(ctx.deps, input.ticketId)),
  accept: staff()
    .input(seen)
    .mutation(({ ctx, input }) => accept(ctx.deps, ctx.agent, input)),
  dismiss: staff()
    .input(seen.extend({ reason: z.string().max(500) }))
    .mutation(({ ctx, input }) => dismiss(ctx.deps, ctx.agent, input)),
  reopen: staff()
    .input(seen)
    .mutation(({ ctx, input }) => reopen(ctx.deps, ctx.agent, input)),
  openByHand: staff()
    .input(z.object({ ticketId }))
    .mutation(({ ctx, input }) => openByHand(ctx.deps, ctx.agent, input.ticketId)),
  addTickets: staff()
    .input(some)
    .mutation(({ ctx, input }) => addTickets(ctx.deps, ctx.agent, input)),
  removeTickets: staff()
    .input(some)
    .mutation(({ ctx, input }) => removeTickets(ctx.deps, ctx.agent, input)),
  writeTexts: staff()
    .input(seen.extend({ title: titleSchema, banner: bannerSchema }))
    .mutation(({ ctx, input }) => writeTexts(ctx.deps, ctx.agent, input)),
  switchBanner: staff()
    .input(seen.extend({ on: z.boolean() }))
    .mutation(({ ctx, input }) => switchBanner(ctx.deps, ctx.agent, input)),
  tellAll: staff()
    .input(told.extend({ promiseAt: z.date() }))
    .mutation(({ ctx, input }) => tellAll(ctx.deps, ctx.agent, input)),
  solveAll: staff()
    .input(told.extend({ causeTag: causeTagSchema }))
    .mutation(({ ctx, input }) => solveAll(ctx.deps, ctx.agent, input)),
  sendAgain: staff()
    .input(z.object({ incidentId }))
    .mutation(({ ctx, input }) => sendAgain(ctx.deps, ctx.agent, input.incidentId)),
  resolve: staff()
    .input(seen.extend({ causeTag: causeTagSchema, fixed: z.boolean() }))
    .mutation(({ ctx, input }) => resolve(ctx.deps, ctx.agent, input)),
});
