/** A calendar month in UTC: one partition of the visit log. */
export type Month = {
  /** `2026_11`, as the partition's name ends. */
  name: string;
  /** Its first instant, and that of the next month. */
  from: Date;
  to: Date;
};

/** @param offset months after (or, negative, before) the one that `at` lies in. */
export function monthOf(at: Date, offset = 0): Month {
  const first = (months: number) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset + months));
  const from = first(0);
  return { name: from.toISOString().slice(0, 7).replace("-", "_"), from, to: first(1) };
}

/** Every month that has an instant in [from, to], oldest first. */
export function monthsBetween(from: Date, to: Date): Month[] {
  const months = [monthOf(from)];
  while (months.at(-1)!.to <= to) months.push(monthOf(months.at(-1)!.to));
  return months;
}
