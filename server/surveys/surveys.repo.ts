import type { Tx } from "../db.ts";
import type { SurveyAnswer } from "./survey.ts";

/** @returns false when this ticket has been asked about before. */
export async function insertSurvey(tx: Tx, ticketId: string, sentAt: Date): Promise<boolean> {
  const data = [{ ticketId, sentAt }];
  return (await tx.survey.createMany({ data, skipDuplicates: true })).count === 1;
}

/** @returns false when nothing was asked, or it was answered before. */
export async function saveAnswer(
  tx: Tx,
  ticketId: string,
  answer: SurveyAnswer,
  answeredAt: Date,
): Promise<boolean> {
  const where = { ticketId, answeredAt: null };
  return (await tx.survey.updateMany({ where, data: { ...answer, answeredAt } })).count === 1;
}

/** Blanks what the customer wrote; the figures stay, they name nobody. */
export async function eraseComment(tx: Tx, ticketId: string): Promise<void> {
  await tx.survey.updateMany({ where: { ticketId }, data: { comment: "" } });
}
