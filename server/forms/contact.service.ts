/** The doors of the contact form: with script (proof of work) and without (a mail to confirm). */
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import type { Origin } from "../reactions.ts";
import type { Submission } from "../tickets/submission.ts";
import { confirmTicket, type Receipt, submitTicket } from "../tickets/submit.service.ts";
import { spendProof } from "./proof.service.ts";

/** @param input.website a field that people don't see; machines fill it. */
export function submitForm(
  deps: Deps,
  input: { submission: Submission; proof: string; website: string },
  origin: Origin,
): Promise<Receipt> {
  if (input.website) throw new Problem("spam_suspected");
  return submitTicket(deps, input.submission, {
    confirmed: true,
    origin,
    check: (tx) => spendProof(deps, tx, input.proof),
  });
}

/** Without script there is no proof of work: the ticket waits for the click in the mail. */
export function submitPlainForm(
  deps: Deps,
  input: { submission: Submission; website: string },
): Promise<Receipt> {
  if (input.website) throw new Problem("spam_suspected");
  return submitTicket(deps, input.submission, { confirmed: false, check: async () => {} });
}

/** @throws Problem `link_invalid`. */
export function confirmPlainForm(deps: Deps, input: { ticket: string; signature: string }) {
  if (!deps.secrets.verify("confirm", input.ticket, input.signature))
    throw new Problem("link_invalid");
  return confirmTicket(deps, input.ticket);
}
