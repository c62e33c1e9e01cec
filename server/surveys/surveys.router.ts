import { tokenSchema as token } from "../tickets/link.ts";
import { limited, router } from "../trpc.ts";
import { answerSurvey } from "./answer.service.ts";
import { surveyAnswerSchema } from "./survey.ts";

export const surveysRouter = router({
  /** By the signed status link. A link that is only opened stores nothing: mail scanners open links. */
  answer: limited
    .input(surveyAnswerSchema.extend({ token }))
    .mutation(({ ctx, input: { token: link, ...answer } }) => answerSurvey(ctx.deps, link, answer)),
});
