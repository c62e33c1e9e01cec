/** Gives questions their words: those that somebody sent with a ticket, and that many have asked. */
import { redact } from "../articles/redaction.ts";
import type { Deps } from "../deps.ts";
import { questionId, questionOf } from "./question.ts";
import { askedOften, nameQuestion, sentSearches } from "./questions.repo.ts";

const dayMs = 86_400_000;
const lookBackDays = 30;
/** Fewer visits might know each other by what they ask. */
const least = 5;

/** Safe to repeat. @returns questions that have words now. */
export async function nameQuestions(deps: Pick<Deps, "db" | "now">): Promise<number> {
  const since = new Date(deps.now().getTime() - lookBackDays * dayMs);
  const sent = await sentSearches(deps.db, since);
  const words = new Map<bigint, { locale: string; text: string }>();
  for (const { locale, searches } of sent)
    for (const text of searches) words.set(questionId(questionOf(text)), { locale, text });
  const often = await askedOften(deps.db, [...words.keys()], least);
  let named = 0;
  for (const { queryId, visits, firstDay } of often) {
    const { locale, text } = words.get(queryId)!;
    // What holds anything personal has no words at all.
    if (redact(text).findings.length > 0) continue;
    await nameQuestion(deps.db, { queryId, locale, text, visitsSeen: visits, firstDay });
    named += 1;
  }
  return named;
}
