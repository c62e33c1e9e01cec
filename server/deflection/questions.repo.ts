import type { Tx } from "../db.ts";

/** Searches that were sent with tickets since then, as their senders typed them. */
export async function sentSearches(
  tx: Tx,
  since: Date,
): Promise<{ locale: string; searches: string[] }[]> {
  return tx.$queryRaw`
    SELECT t.locale, ARRAY(SELECT jsonb_array_elements_text(f.data->'context'->'searches')) AS searches
    FROM form_snapshots f JOIN tickets t ON t.id = f."ticketId"
    WHERE f."sentAt" >= ${since} AND jsonb_typeof(f.data->'context'->'searches') = 'array'`;
}

/** Of the questions, those that so many visits have asked, with how many and since when. */
export const askedOften = (
  tx: Tx,
  ids: readonly bigint[],
  least: number,
): Promise<{ queryId: bigint; visits: number; firstDay: Date }[]> => tx.$queryRaw`
  SELECT query_id AS "queryId", count(DISTINCT visit_key)::int AS visits, min(day) AS "firstDay"
  FROM m.searches WHERE query_id = ANY(${[...ids]}::int8[]) GROUP BY 1
  HAVING count(DISTINCT visit_key) >= ${least}`;

export type NamedQuestion = {
  queryId: bigint;
  locale: string;
  text: string;
  visitsSeen: number;
  firstDay: Date;
};

export async function nameQuestion(tx: Tx, question: NamedQuestion): Promise<void> {
  const { queryId, ...named } = question;
  await tx.query.upsert({ where: { queryId }, create: question, update: named });
}
