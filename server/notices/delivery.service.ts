/** One try to deliver: take the delivery, send it, write down what came of it, ring for the next try. */
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { type Answer, post } from "./post.service.ts";
import { signedHeaders } from "./signature.service.ts";
import { isFinal, nextTry } from "./webhookevents.ts";
import { type DueDelivery, type Outcome, saveOutcome, takeDelivery } from "./webhooks.repo.ts";
import { ringDelivery } from "./webhooks.service.ts";

/** `delivery`: id of the row, in digits. */
export const deliveryJobSchema = z.object({
  delivery: z.string().regex(/^\d+$/),
  tries: z.int(),
});

// The row stays locked while the receiver thinks; longer than a try may take.
const transactionMs = 20_000;

export function tryDelivery(deps: Deps, job: z.infer<typeof deliveryJobSchema>): Promise<void> {
  return deps.db.$transaction(
    async (tx) => {
      const due = await takeDelivery(tx, BigInt(job.delivery), job.tries);
      if (!due) return;
      const outcome = outcomeOf(due, await send(deps, due), deps.now());
      await saveOutcome(tx, due.id, outcome);
      if (outcome.doneAt) return;
      const again = nextTry(outcome.tries, deps.now().getTime())!;
      await ringDelivery(deps, tx, due.id, outcome.tries, new Date(again));
    },
    { timeout: transactionMs },
  );
}

async function send(deps: Deps, due: DueDelivery): Promise<Answer> {
  if (!due.active) return { status: null, error: "switched_off" };
  const body = JSON.stringify(due.payload);
  const headers = signedHeaders(due, body, deps.now());
  return post(due.url, body, headers, { allowPrivate: deps.env.WEBHOOKS_PRIVATE === "allow" });
}

function outcomeOf(due: DueDelivery, answer: Answer, now: Date): Outcome {
  const tries = due.tries + 1;
  const { status, error } = answer;
  const isOver = !error || isFinal(error) || nextTry(tries, now.getTime()) === null;
  return { tries, status, error, doneAt: isOver ? now : null };
}
