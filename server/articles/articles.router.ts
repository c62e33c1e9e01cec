import { z } from "zod";
import { audienceSchema, localeSchema } from "../../content/schema.ts";
import { router, staff } from "../trpc.ts";
import { draftChecklist } from "./checklist.service.ts";
import {
  decide,
  discardDraft,
  draftForDesk,
  editArticle,
  rebase,
  saveDraft,
  sendBack,
  submitDraft,
} from "./draft.service.ts";
import { articleList, draftList, preview } from "./library.service.ts";
import { promote, skipArticle, useArticle } from "./promote.service.ts";
import { publishDraft } from "./publish.service.ts";

const ticketId = z.uuid();
const articleId = z.string().max(20);
const seen = z.object({ id: z.uuid(), version: z.int() });
const reviewers = staff("lead", "owner", "admin");

export const articlesRouter = router({
  /** Published articles with how often tickets were solved by each. */
  list: staff().query(({ ctx }) => articleList(ctx.deps)),
  drafts: staff().query(({ ctx }) => draftList(ctx.deps)),

  use: staff()
    .input(z.object({ ticketId, articleId }))
    .mutation(({ ctx, input }) => useArticle(ctx.deps, ctx.agent, input)),
  skip: staff()
    .input(z.object({ ticketId, reason: z.string().max(500), later: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => skipArticle(ctx.deps, ctx.agent, input)),
  promote: staff()
    .input(z.object({ ticketId }))
    .mutation(async ({ ctx, input }) => ({ id: (await promote(ctx.deps, ctx.agent, input)).id })),
  edit: staff()
    .input(z.object({ articleId, locale: localeSchema }))
    .mutation(async ({ ctx, input }) => ({
      id: (await editArticle(ctx.deps, ctx.agent, input)).id,
    })),

  draft: staff()
    .input(z.object({ id: z.uuid() }))
    .query(({ ctx, input }) => draftForDesk(ctx.deps, ctx.agent, input.id)),
  save: staff()
    .input(
      seen.extend({
        category: z.string().max(120),
        slug: z.string().max(120),
        body: z.string().max(500_000),
        frontMatter: z.object({
          title: z.string().max(200),
          description: z.string().max(400),
          aliases: z.array(z.string().max(200)).max(60),
          modules: z.array(z.string()).max(30),
          audience: audienceSchema,
          owner: z.string().max(80),
        }),
      }),
    )
    .mutation(async ({ ctx, input }) => ({
      version: (await saveDraft(ctx.deps, ctx.agent, input)).version,
    })),
  decide: staff()
    .input(
      seen.extend({
        decisions: z
          .array(z.object({ id: z.int(), decision: z.enum(["pending", "replaced", "kept"]) }))
          .max(500),
        keep: z.array(z.string().max(2000)).max(100).default([]),
      }),
    )
    .mutation(async ({ ctx, input }) => ({
      version: (await decide(ctx.deps, ctx.agent, input)).version,
    })),
  submit: staff()
    .input(seen)
    .mutation(async ({ ctx, input }) => ({
      version: (await submitDraft(ctx.deps, ctx.agent, input)).version,
    })),
  discard: staff()
    .input(seen)
    .mutation(async ({ ctx, input }) => ({
      version: (await discardDraft(ctx.deps, ctx.agent, input)).version,
    })),
  rebase: staff()
    .input(seen)
    .mutation(async ({ ctx, input }) => ({
      version: (await rebase(ctx.deps, ctx.agent, input)).version,
    })),
  sendBack: reviewers.input(seen).mutation(async ({ ctx, input }) => ({
    version: (await sendBack(ctx.deps, ctx.agent, input)).version,
  })),
  publish: reviewers
    .input(seen.extend({ confirmSelf: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => publishDraft(ctx.deps, ctx.agent, input)),
  /** The content standard's ten points, articles that say the same, and the file as it would be written. */
  checklist: staff()
    .input(z.object({ id: z.uuid() }))
    .query(({ ctx, input }) => draftChecklist(ctx.deps, input.id)),
  /** The page's own rendering of a text. Sent like a change, because a text doesn't fit an address. */
  preview: staff()
    .input(
      z.object({
        markdown: z.string().max(500_000),
        locale: localeSchema,
        category: z.string().max(120),
        slug: z.string().max(120),
      }),
    )
    .mutation(({ input }) => preview(input)),
});
