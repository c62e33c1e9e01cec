/** Whether it should have been done before now; to the instant is on time. */
export const isOverdue = (
  { dueAt, doneAt }: { dueAt: Date | null; doneAt: Date | null },
  now: Date,
): boolean => doneAt === null && dueAt !== null && dueAt < now;
