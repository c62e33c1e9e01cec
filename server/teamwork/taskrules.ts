/** Teams that look into the product itself, and can't without something that shows the problem. */
const technical: readonly string[] = ["tech"];

/** Whether work for this team comes with a log, a recording or a picture, or says why not. */
export const needsEvidence = (team: string): boolean => technical.includes(team);

/** Whether it should have been done before now; to the instant is on time. */
export const isOverdue = (
  { dueAt, doneAt }: { dueAt: Date | null; doneAt: Date | null },
  now: Date,
): boolean => doneAt === null && dueAt !== null && dueAt < now;
