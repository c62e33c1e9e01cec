import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { ticketOfLink } from "../tickets/customer.service.ts";
import { record } from "../tickets/record.service.ts";
import { lockTicket } from "../tickets/tickets.repo.ts";
import type { SurveyAnswer } from "./survey.ts";
import { saveAnswer } from "./surveys.repo.ts";

/**
 * Keeps the customer's answer with the ticket.
 * @throws Problem `survey_answered` when there is one already or nothing was asked, `link_invalid`,
 * `link_expired`.
 */
export async function answerSurvey(deps: Deps, token: string, answer: SurveyAnswer): Promise<void> {
  const ticketId = await ticketOfLink(deps, token);
  await deps.db.$transaction(async (tx) => {
    const { customerId } = await lockTicket(tx, ticketId);
    const at = deps.now();
    if (!(await saveAnswer(tx, ticketId, answer, at))) throw new Problem("survey_answered");
    const answered = { type: "survey_answered", at: at.getTime() } as const;
    await record(deps, tx, ticketId, { kind: "customer", id: customerId }, [answered]);
  });
}
