import { z } from "zod";
import { localeSchema } from "../../content/schema.ts";
import { kindSchema } from "../sla/log.ts";
import { submissionSchema } from "../tickets/submission.ts";
import { promiseFor } from "../tickets/submit.service.ts";
import { limited, open, router } from "../trpc.ts";
import { submitForm } from "./contact.service.ts";
import { newChallenge } from "./proof.service.ts";
import { settingsOf } from "./settings.ts";

export const formsRouter = router({
  /** Names of the company, its topics and products, and the labels of its forms, as they are now. */
  settings: open.query(({ ctx }) => settingsOf(ctx.deps.content())),
  /** By when a person answers, for what is said so far; null when nothing is promised. */
  promise: open
    .input(
      z.object({
        kind: kindSchema,
        impact: z.string().max(50),
        category: z.string().max(100),
        locale: localeSchema,
      }),
    )
    .query(({ ctx, input }) => promiseFor(ctx.deps, input)),
  /** A piece of work for the sender's device, good for an hour and one ticket. */
  challenge: open.query(({ ctx }) => newChallenge(ctx.deps)),
  submit: limited
    .input(
      z.object({
        submission: submissionSchema,
        proof: z.string().max(5000),
        website: z.string().max(200),
      }),
    )
    .mutation(({ ctx, input }) =>
      submitForm(ctx.deps, input, {
        ip: ctx.ip,
        userAgent: ctx.userAgent,
        isStaff: ctx.agent !== null,
      }),
    ),
});
