/** What the demo's customers answered when they were asked how it was: about half of them, most content. */
import type { Deps } from "../server/deps.ts";
import { saveAnswer } from "../server/surveys/surveys.repo.ts";
import { chance, diceOf } from "./demo/dice.ts";

const hourMs = 3_600_000;

/** Doing it again changes nothing. @returns how many answered. */
export async function seedSurveys(deps: Deps, seed = 1): Promise<number> {
  const dice = diceOf(seed);
  const asked = await deps.db.survey.findMany({ orderBy: { ticketId: "asc" } });
  let answered = 0;
  for (const { ticketId, sentAt } of asked) {
    const at = new Date(sentAt.getTime() + (1 + 30 * dice.next()) * hourMs);
    const csat = 1 + dice.weighted([4, 6, 12, 38, 40]);
    const nps = chance(dice, 0.7) ? Math.min(10, 2 * csat + dice.between(-2, 1)) : null;
    const speaks = chance(dice, 0.52) && at < deps.now();
    if (speaks && (await saveAnswer(deps.db, ticketId, { csat, nps, comment: "" }, at)))
      answered += 1;
  }
  return answered;
}
